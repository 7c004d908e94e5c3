namespace Workflows.Marketing.Rollouts;

/// <summary>Lines about pilots in memory, for trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryPilotBook : IPilotBook
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, List<PilotEntry>> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PilotEntry>> ListAsync(int tenant, string pilot, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<PilotEntry>>([.. _entries.GetValueOrDefault(pilot) ?? []]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> NamesAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<string>>([
                .. _entries.Keys.Where(name => after is null || string.CompareOrdinal(name, after) > 0).Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(int tenant, PilotEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            var entries = _entries.GetValueOrDefault(entry.Pilot) ?? [];
            if (entries.Exists(one => one.Number == entry.Number))
            {
                return Task.FromResult(false);
            }

            entries.Add(entry);
            _entries[entry.Pilot] = [.. entries.OrderBy(one => one.Number)];
            return Task.FromResult(true);
        }
    }
}
