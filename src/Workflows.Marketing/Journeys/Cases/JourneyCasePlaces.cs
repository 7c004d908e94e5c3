using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>The stores, staff, groups and distributions that are there when a case begins; each case has them to itself.</summary>
/// <param name="Stores">The stores.</param>
/// <param name="Staff">The staff.</param>
/// <param name="Groups">The customer groups.</param>
/// <param name="Programs">The distributions.</param>
/// <param name="Members">Who is in them, whoever brought others before those.</param>
public sealed record JourneyCasePlaces(
    IReadOnlyList<Store>? Stores = null,
    IReadOnlyList<StaffMember>? Staff = null,
    IReadOnlyList<CustomerGroup>? Groups = null,
    IReadOnlyList<ReferralProgram>? Programs = null,
    IReadOnlyList<JourneyCaseMember>? Members = null
);
