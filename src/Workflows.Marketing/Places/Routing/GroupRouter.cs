using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Places.Routing;

/// <summary>
/// Leads contacts to groups (S0-33): the nearest open store with a free place in the radius; without a position the
/// store of the scanned code; otherwise the default group.
/// </summary>
public sealed class GroupRouter(StoreDirectory directory, IGroupRegister groups)
{
    // Asked for in one query; in a city the first few stores decide.
    private const int StoresAtOnce = 8;
    private const int MostStores = 64;

    /// <summary>Finds a group and holds a place in it.</summary>
    /// <param name="tenant">Whose stores and groups.</param>
    /// <param name="wish">What is known of the contact.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<GroupRoute> RouteAsync(int tenant, GroupWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var search = new GroupSearch(groups, tenant, wish, cancellationToken);
        if (await search.RepeatAsync() is { } again)
        {
            return again;
        }

        var map = await directory.MapAsync(tenant, cancellationToken);
        var route = await FindAsync(search, map, wish);
        return route is GroupRoute.None && await search.DefaultAsync() is { } fallback ? fallback : route;
    }

    /// <summary>Notes that a contact is in a group, or out of it.</summary>
    internal Task SeatAsync(
        int tenant,
        (string GroupId, Guid ContactId, DateTimeOffset At) seat,
        bool isIn,
        CancellationToken cancellationToken
    ) =>
        isIn
            ? groups.JoinAsync(tenant, seat.GroupId, seat.ContactId, seat.At, cancellationToken)
            : groups.LeaveAsync(tenant, seat.GroupId, seat.ContactId, seat.At, cancellationToken);

    /// <summary>The stores it leads by.</summary>
    internal ValueTask<StoreMap> MapAsync(int tenant, CancellationToken cancellationToken) =>
        directory.MapAsync(tenant, cancellationToken);

    private static async Task<GroupRoute> FindAsync(GroupSearch search, StoreMap map, GroupWish wish)
    {
        if (wish.Position is { } position)
        {
            var open = map.Around(position, wish.Radius).Where(near => near.Store.IsOpen(wish.Now));
            return await NearestAsync(search, open, RouteReason.NearestStore);
        }

        if (wish.CodeStoreId is not { } code)
        {
            return await search.ByFeaturesAsync();
        }

        // Whoever scans a store's code stands in it: its hours do not matter.
        return map.Find(code) is { IsActive: true } store
            ? await NearestAsync(search, StartingAt(store, map, wish), RouteReason.StoreOfCode)
            : new GroupRoute.None(RouteReason.NoStoreInRadius);
    }

    private static IEnumerable<StoreNearby> StartingAt(Store store, StoreMap map, GroupWish wish)
    {
        yield return new StoreNearby(store, 0);
        if (store.Position is { } position)
        {
            foreach (
                var near in map.Around(position, wish.Radius)
                    .Where(near => !near.Store.Id.Equals(store.Id, StringComparison.Ordinal))
            )
            {
                if (near.Store.IsOpen(wish.Now))
                {
                    yield return near;
                }
            }
        }
    }

    private static async Task<GroupRoute> NearestAsync(
        GroupSearch search,
        IEnumerable<StoreNearby> stores,
        RouteReason first
    )
    {
        var reason = first;
        foreach (var some in stores.Take(MostStores).Chunk(StoresAtOnce))
        {
            var vacancies = await search.VacanciesAsync([.. some.Select(near => near.Store.Id)]);
            foreach (var near in some)
            {
                if (await search.TryAsync(near, vacancies, reason) is { } found)
                {
                    return found;
                }

                reason = RouteReason.NextStore;
            }
        }

        return search.Nowhere();
    }
}
