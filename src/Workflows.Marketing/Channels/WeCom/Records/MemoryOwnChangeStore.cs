namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Own changes in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemoryOwnChangeStore : IOwnChangeStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Tenant, OwnChangeKind, string, string, string), OwnChange> _changes = [];

    /// <inheritdoc/>
    public Task NoteAsync(int tenant, IReadOnlyList<OwnChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_gate)
        {
            foreach (var change in changes)
            {
                if (!_changes.TryGetValue(KeyOf(tenant, change), out var known) || known.At < change.At)
                {
                    _changes[KeyOf(tenant, change)] = change;
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ForgetAsync(int tenant, IReadOnlyList<OwnChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_gate)
        {
            foreach (var change in changes)
            {
                _changes.Remove(KeyOf(tenant, change));
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OwnChange>> FindAsync(
        int tenant,
        IReadOnlyCollection<string> customers,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<OwnChange>>([
                .. _changes
                    .Where(pair => pair.Key.Tenant == tenant && pair.Value.At >= since)
                    .Select(pair => pair.Value)
                    .Where(change => customers.Contains(change.Customer, StringComparer.Ordinal)),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(
        int tenant,
        OwnChangeKind kind,
        string value,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult(
                _changes.Count(pair =>
                    pair.Key.Tenant == tenant
                    && pair.Value.Kind == kind
                    && pair.Value.At >= since
                    && string.Equals(pair.Value.Value, value, StringComparison.Ordinal)
                )
            );
        }
    }

    /// <inheritdoc/>
    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var old = _changes.Where(pair => pair.Value.At < before).Select(pair => pair.Key).ToList();
            old.ForEach(key => _changes.Remove(key));
            return Task.FromResult(old.Count);
        }
    }

    private static (int, OwnChangeKind, string, string, string) KeyOf(int tenant, OwnChange change) =>
        (tenant, change.Kind, change.Staff, change.Customer, change.Value);
}
