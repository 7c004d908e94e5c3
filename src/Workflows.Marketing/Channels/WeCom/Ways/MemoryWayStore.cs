namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Ways in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemoryWayStore : IWayStore
{
    private readonly MemoryNamed<Way> _ways = new(way => way.Spec.Name);

    /// <inheritdoc/>
    public Task<Way?> FindAsync(int tenant, string name, CancellationToken cancellationToken) =>
        Task.FromResult(_ways.Find(tenant, name));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Way>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    ) => Task.FromResult(_ways.List(tenant, after, count));

    /// <inheritdoc/>
    public Task<bool> TryBeginAsync(int tenant, Way way, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(way);
        return Task.FromResult(_ways.TryAdd(tenant, way));
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, Way way, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(way);
        _ways.Save(tenant, way);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        _ways.Remove(tenant, name);
        return Task.CompletedTask;
    }
}
