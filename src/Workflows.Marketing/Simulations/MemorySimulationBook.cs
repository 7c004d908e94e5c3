namespace Workflows.Marketing.Simulations;

/// <summary>Lines about simulations in memory, for trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemorySimulationBook : ISimulationBook
{
    private readonly Lock _gate = new();
    private readonly List<SimulationEntry> _entries = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<SimulationEntry>> ListAsync(
        int tenant,
        string journey,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<SimulationEntry>>([.. Of_NeedsLock(journey).Take(count)]);
        }
    }

    /// <inheritdoc/>
    public Task<SimulationEntry?> FindAsync(
        int tenant,
        string journey,
        string content,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult(
                Of_NeedsLock(journey).FirstOrDefault(entry => entry.Content.Equals(content, StringComparison.Ordinal))
            );
        }
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(int tenant, SimulationEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            if (Of_NeedsLock(entry.Journey).Any(known => known.Number == entry.Number))
            {
                return Task.FromResult(false);
            }

            _entries.Add(entry);
            return Task.FromResult(true);
        }
    }

    private IEnumerable<SimulationEntry> Of_NeedsLock(string journey) =>
        _entries
            .Where(entry => entry.Journey.Equals(journey, StringComparison.Ordinal))
            .OrderByDescending(entry => entry.Number);
}
