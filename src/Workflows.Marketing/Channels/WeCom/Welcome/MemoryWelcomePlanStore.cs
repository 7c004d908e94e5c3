namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>Welcome plans in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemoryWelcomePlanStore : IWelcomePlanStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, PublishedWelcomePlan> _newest = [];

    /// <inheritdoc/>
    public Task<PublishedWelcomePlan?> NewestAsync(int tenant, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_newest.GetValueOrDefault(tenant));
        }
    }

    /// <inheritdoc/>
    public Task<PublishedWelcomePlan> AddAsync(
        int tenant,
        string document,
        DateTimeOffset publishedAt,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            var version = (_newest.GetValueOrDefault(tenant)?.Version ?? 0) + 1;
            return Task.FromResult(_newest[tenant] = new PublishedWelcomePlan(version, publishedAt, document));
        }
    }
}
