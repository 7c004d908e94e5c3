using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Routing;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Contacts;

/// <summary>Finds groups and staff for contacts of one tenant: what the blocks that assign them ask.</summary>
public sealed class ContactPlacement(GroupRouter router, IRelationRegister relations, int tenant)
{
    /// <summary>A placement over empty registers in memory: a trial without stores and staff finds nobody, and says so.</summary>
    public static ContactPlacement InMemory()
    {
        var staff = new MemoryStaffRegister();
        return new ContactPlacement(
            new GroupRouter(new StoreDirectory(new MemoryStoreRegister()), new MemoryGroupRegister()),
            new MemoryRelationRegister(new MemoryContactStore(), staff),
            tenant: 1
        );
    }

    internal Task<GroupRoute> RouteAsync(GroupWish wish, CancellationToken cancellationToken) =>
        router.RouteAsync(tenant, wish, cancellationToken);

    internal Task<StaffMember?> AssignAsync(AgentRequest request, CancellationToken cancellationToken) =>
        relations.AssignAsync(tenant, request, cancellationToken);
}
