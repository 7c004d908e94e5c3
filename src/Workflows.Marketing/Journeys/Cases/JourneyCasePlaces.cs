using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>The stores, staff and groups that are there when a case begins; each case has them to itself.</summary>
/// <param name="Stores">The stores.</param>
/// <param name="Staff">The staff.</param>
/// <param name="Groups">The customer groups.</param>
public sealed record JourneyCasePlaces(
    IReadOnlyList<Store>? Stores = null,
    IReadOnlyList<StaffMember>? Staff = null,
    IReadOnlyList<CustomerGroup>? Groups = null
);
