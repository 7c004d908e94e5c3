namespace Workflows.Marketing.Places.Stores;

/// <summary>Stores in memory, for back-tests, trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryStoreRegister : IStoreRegister
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, (Store Store, long Revision)> _stores = new(StringComparer.Ordinal);
    private long _revision;

    /// <inheritdoc/>
    public Task<long> RevisionAsync(int tenant, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_revision);
        }
    }

    /// <inheritdoc/>
    public Task<(IReadOnlyList<Store> Stores, long Revision)> ChangesAsync(
        int tenant,
        long after,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            Store[] changed = [.. _stores.Values.Where(row => row.Revision > after).Select(row => row.Store)];
            return Task.FromResult<(IReadOnlyList<Store>, long)>((changed, _revision));
        }
    }

    /// <inheritdoc/>
    public Task<Store?> FindAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_stores.TryGetValue(id, out var row) ? row.Store : null);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Store>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Store>>([
                .. _stores
                    .Values.Select(row => row.Store)
                    .Where(store => after is null || string.CompareOrdinal(store.Id, after) > 0)
                    .Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, IReadOnlyList<Store> stores, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stores);
        lock (_gate)
        {
            foreach (var store in stores)
            {
                _stores[store.Id] = (store, ++_revision);
            }
        }

        return Task.CompletedTask;
    }
}
