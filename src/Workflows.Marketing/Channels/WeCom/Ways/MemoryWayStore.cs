namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Ways in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemoryWayStore : IWayStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Tenant, string Name), Way> _ways = [];

    /// <inheritdoc/>
    public Task<Way?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_ways.GetValueOrDefault((tenant, name)));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Way>> ListAsync(int tenant, string? after, int count, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Way>>([
                .. _ways
                    .Where(pair => pair.Key.Tenant == tenant && string.CompareOrdinal(pair.Key.Name, after) > 0)
                    .Select(pair => pair.Value)
                    .OrderBy(way => way.Spec.Name, StringComparer.Ordinal)
                    .Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryBeginAsync(int tenant, Way way, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(way);
        lock (_gate)
        {
            return Task.FromResult(_ways.TryAdd((tenant, way.Spec.Name), way));
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, Way way, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(way);
        lock (_gate)
        {
            _ways[(tenant, way.Spec.Name)] = way;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _ways.Remove((tenant, name));
        }

        return Task.CompletedTask;
    }
}
