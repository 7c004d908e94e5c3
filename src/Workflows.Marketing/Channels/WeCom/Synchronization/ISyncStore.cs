namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Which comparison runs, on which host, and how far it is. One host at a time.</summary>
public interface ISyncStore
{
    /// <summary>Takes the run of a tenant: an unfinished one, or a new one.</summary>
    /// <param name="tenant">Whose run.</param>
    /// <param name="owner">The process.</param>
    /// <param name="now">The time of new runs.</param>
    /// <param name="lease">The machine's time, and until when others stay away.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The run, or null while another process has it.</returns>
    Task<SyncRun?> TakeAsync(
        int tenant,
        string owner,
        DateTimeOffset now,
        (DateTimeOffset Now, DateTimeOffset Until) lease,
        CancellationToken cancellationToken
    );

    /// <summary>Writes how far the run is, and keeps others away for longer; a run in <see cref="SyncPhase.Done"/> is over and free.</summary>
    /// <returns>Whether the run still belongs to the process.</returns>
    Task<bool> SaveAsync(
        int tenant,
        string owner,
        SyncRun run,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );

    /// <summary>The latest run, whoever has it; null before the first.</summary>
    Task<SyncRun?> LatestAsync(int tenant, CancellationToken cancellationToken);
}
