namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Writes down how far a run is, and notices when another process has taken it.</summary>
internal sealed class SyncPages(
    ISyncStore store,
    WeComSyncOptions options,
    IProgress<SyncRun>? progress,
    TimeSpan leaseTime
)
{
    private DateTimeOffset _keptAt = DateTimeOffset.MinValue;

    /// <summary>A page is done.</summary>
    public async Task<SyncRun> EndAsync(SyncRun run, CancellationToken cancellationToken)
    {
        _keptAt = options.Machine.GetUtcNow();
        if (!await store.SaveAsync(options.Tenant, options.Owner, run, _keptAt + leaseTime, CancellationToken.None))
        {
            throw new InvalidOperationException("Another process has taken the comparison with WeCom over.");
        }

        progress?.Report(run);
        cancellationToken.ThrowIfCancellationRequested();
        return run;
    }

    /// <summary>A part of a page is done; the page begins anew after a crash.</summary>
    public async Task KeepAsync(SyncRun run, CancellationToken cancellationToken)
    {
        if (options.Machine.GetUtcNow() - _keptAt > leaseTime / 4)
        {
            await EndAsync(run, cancellationToken);
        }
    }
}
