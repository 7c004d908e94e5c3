namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Runs in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemorySyncStore : ISyncStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, (SyncRun Run, string? Owner, DateTimeOffset Until)> _runs = [];

    /// <inheritdoc/>
    public Task<SyncRun?> TakeAsync(
        int tenant,
        string owner,
        DateTimeOffset now,
        (DateTimeOffset Now, DateTimeOffset Until) lease,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            var isKnown = _runs.TryGetValue(tenant, out var known);
            if (isKnown && known.Owner is not null && known.Until > lease.Now)
            {
                return Task.FromResult<SyncRun?>(null);
            }

            var run =
                isKnown && known.Run.Phase != SyncPhase.Done
                    ? known.Run
                    : new SyncRun(now) { PreviousAt = isKnown ? known.Run.StartedAt : null };
            _runs[tenant] = (run, owner, lease.Until);
            return Task.FromResult<SyncRun?>(run);
        }
    }

    /// <inheritdoc/>
    public Task<bool> SaveAsync(
        int tenant,
        string owner,
        SyncRun run,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(run);
        lock (_gate)
        {
            var isOurs = owner.Equals(_runs[tenant].Owner, StringComparison.Ordinal);
            if (isOurs)
            {
                _runs[tenant] = (run, run.Phase == SyncPhase.Done ? null : owner, until);
            }

            return Task.FromResult(isOurs);
        }
    }

    /// <inheritdoc/>
    public Task<SyncRun?> LatestAsync(int tenant, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_runs.TryGetValue(tenant, out var known) ? known.Run : null);
        }
    }
}
