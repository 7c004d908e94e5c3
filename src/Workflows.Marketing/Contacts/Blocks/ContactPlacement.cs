using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Routing;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Contacts;

/// <summary>Finds groups and staff for contacts of one tenant: what the blocks that assign them ask.</summary>
public sealed class ContactPlacement(GroupRouter router, IRelationRegister relations, int tenant)
{
    private const int OnlyTenant = 1;

    /// <summary>A placement over empty registers in memory: a trial without stores and staff finds nobody, and says so.</summary>
    public static ContactPlacement InMemory() =>
        Over(new MemoryStoreRegister(), new MemoryStaffRegister(), new MemoryGroupRegister());

    /// <summary>A placement over registers in memory with these places in them.</summary>
    /// <param name="stores">The stores.</param>
    /// <param name="staff">The staff.</param>
    /// <param name="groups">The customer groups.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<ContactPlacement> InMemoryAsync(
        IReadOnlyList<Store> stores,
        IReadOnlyList<StaffMember> staff,
        IReadOnlyList<CustomerGroup> groups,
        CancellationToken cancellationToken
    )
    {
        var (storeRegister, staffRegister, groupRegister) = (
            new MemoryStoreRegister(),
            new MemoryStaffRegister(),
            new MemoryGroupRegister()
        );
        await storeRegister.SaveAsync(OnlyTenant, stores, cancellationToken);
        await staffRegister.SaveAsync(OnlyTenant, staff, cancellationToken);
        await groupRegister.SaveAsync(OnlyTenant, groups, cancellationToken);
        return Over(storeRegister, staffRegister, groupRegister);
    }

    internal Task<GroupRoute> RouteAsync(GroupWish wish, CancellationToken cancellationToken) =>
        router.RouteAsync(tenant, wish, cancellationToken);

    internal ValueTask<StoreMap> MapAsync(CancellationToken cancellationToken) =>
        router.MapAsync(tenant, cancellationToken);

    internal Task<StaffMember?> AssignAsync(AgentRequest request, CancellationToken cancellationToken) =>
        relations.AssignAsync(tenant, request, cancellationToken);

    private static ContactPlacement Over(
        MemoryStoreRegister stores,
        MemoryStaffRegister staff,
        MemoryGroupRegister groups
    ) =>
        new(
            new GroupRouter(new StoreDirectory(stores), groups),
            new MemoryRelationRegister(new MemoryContactStore(), staff),
            OnlyTenant
        );
}
