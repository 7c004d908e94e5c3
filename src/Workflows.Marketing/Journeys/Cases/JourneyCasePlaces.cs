using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;
using Workflows.Marketing.Plays.Referral;
using Workflows.Marketing.Products;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>The stores, staff, groups, distributions and products that are there when a case begins; each case has them to itself.</summary>
/// <param name="Stores">The stores.</param>
/// <param name="Staff">The staff.</param>
/// <param name="Groups">The customer groups.</param>
/// <param name="Programs">The distributions.</param>
/// <param name="Members">Who is in them, whoever brought others before those.</param>
/// <param name="Products">The products, for blocks that recommend.</param>
/// <param name="JoinLinks">The addresses of the codes that lead into groups, by the group's chat id.</param>
public sealed record JourneyCasePlaces(
    IReadOnlyList<Store>? Stores = null,
    IReadOnlyList<StaffMember>? Staff = null,
    IReadOnlyList<CustomerGroup>? Groups = null,
    IReadOnlyList<ReferralProgram>? Programs = null,
    IReadOnlyList<JourneyCaseMember>? Members = null,
    IReadOnlyList<Product>? Products = null,
    IReadOnlyDictionary<string, string>? JoinLinks = null
);
