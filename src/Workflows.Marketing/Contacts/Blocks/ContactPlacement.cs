using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Routing;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Contacts;

/// <summary>Finds groups and staff for contacts of one tenant: what the blocks that assign them ask.</summary>
/// <param name="router">Finds groups.</param>
/// <param name="relations">Finds staff.</param>
/// <param name="tenant">Whose contacts.</param>
/// <param name="ways">Knows the codes that lead into groups; null where there are none.</param>
public sealed class ContactPlacement(
    GroupRouter router,
    IRelationRegister relations,
    int tenant,
    GroupWays? ways = null
)
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
    /// <param name="joinLinks">The addresses of the codes that lead into the groups, by chat id; null for none.</param>
    public static async Task<ContactPlacement> InMemoryAsync(
        IReadOnlyList<Store> stores,
        IReadOnlyList<StaffMember> staff,
        IReadOnlyList<CustomerGroup> groups,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? joinLinks = null
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
        return Over(storeRegister, staffRegister, groupRegister, await WaysAsync(joinLinks ?? None, cancellationToken));
    }

    internal Task<GroupRoute> RouteAsync(GroupWish wish, CancellationToken cancellationToken) =>
        router.RouteAsync(tenant, wish, cancellationToken);

    /// <summary>The address of the code that leads into a group, or null.</summary>
    internal Task<string?> JoinLinkAsync(string group, CancellationToken cancellationToken) =>
        ways?.AddressAsync(tenant, group, cancellationToken) ?? Task.FromResult<string?>(null);

    internal ValueTask<StoreMap> MapAsync(CancellationToken cancellationToken) =>
        router.MapAsync(tenant, cancellationToken);

    /// <summary>Hears in a trial that the contact came into a group or left it, as a host hears it from WeCom.</summary>
    internal async ValueTask HearAsync(ContactEvent happened, Guid contact, CancellationToken cancellationToken)
    {
        if (
            happened.Type is ContactEventTypes.GroupJoined or ContactEventTypes.GroupLeft
            && new EventData(happened.Data).Text("group") is { Length: > 0 } group
        )
        {
            var isIn = happened.Type is ContactEventTypes.GroupJoined;
            await router.SeatAsync(tenant, (group, contact, happened.At), isIn, cancellationToken);
        }
    }

    internal Task<StaffMember?> AssignAsync(AgentRequest request, CancellationToken cancellationToken) =>
        relations.AssignAsync(tenant, request, cancellationToken);

    private static ContactPlacement Over(
        MemoryStoreRegister stores,
        MemoryStaffRegister staff,
        MemoryGroupRegister groups,
        GroupWays? ways = null
    ) =>
        new(
            new GroupRouter(new StoreDirectory(stores), groups),
            new MemoryRelationRegister(new MemoryContactStore(), staff),
            OnlyTenant,
            ways
        );

    private static async Task<GroupWays> WaysAsync(
        IReadOnlyDictionary<string, string> joinLinks,
        CancellationToken cancellationToken
    )
    {
        var store = new MemoryWayStore();
        foreach (var (group, address) in joinLinks)
        {
            var spec = new WaySpec(group, WayKind.Group) { Groups = [group] };
            var way = new Way(spec, DateTimeOffset.UnixEpoch) { Reference = group, Address = address };
            await store.TryBeginAsync(OnlyTenant, way, cancellationToken);
        }

        return new GroupWays(store, TimeProvider.System);
    }

    private static readonly Dictionary<string, string> None = [];
}
