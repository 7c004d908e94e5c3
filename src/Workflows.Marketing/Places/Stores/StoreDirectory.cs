using System.Collections.Concurrent;

namespace Workflows.Marketing.Places.Stores;

/// <summary>
/// The map of a tenant's stores, drawn once and drawn again when a store changes, on whichever host. Asking costs one
/// look at the latest revision.
/// </summary>
public sealed class StoreDirectory(IStoreRegister register)
{
    private readonly ConcurrentDictionary<int, (StoreMap Map, long Revision)> _maps = [];

    /// <summary>The map as the register has it now.</summary>
    public async ValueTask<StoreMap> MapAsync(int tenant, CancellationToken cancellationToken)
    {
        var (map, revision) = _maps.GetValueOrDefault(tenant, (StoreMap.Empty, 0));
        if (await register.RevisionAsync(tenant, cancellationToken) == revision)
        {
            return map;
        }

        var (changed, latest) = await register.ChangesAsync(tenant, revision, cancellationToken);
        var known = changed.Select(store => store.Id).ToHashSet(StringComparer.Ordinal);
        var drawn = (new StoreMap([.. map.Stores.Where(store => !known.Contains(store.Id)), .. changed]), latest);
        return _maps.AddOrUpdate(tenant, drawn, (_, now) => now.Revision > latest ? now : drawn).Map;
    }
}
