using Workflows.Host.Api.Places;

namespace Workflows.Host.Commands.Places;

/// <summary>Stores, staff and groups in one file.</summary>
/// <param name="Stores">The stores.</param>
/// <param name="Staff">The staff.</param>
/// <param name="Groups">The groups.</param>
internal sealed record PlacesDocument(
    IReadOnlyList<StoreBody>? Stores,
    IReadOnlyList<StaffBody>? Staff,
    IReadOnlyList<GroupBody>? Groups
);
