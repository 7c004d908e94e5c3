namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Compares with WeCom every night, on one host.</summary>
/// <param name="sync">Compares.</param>
/// <param name="options">When.</param>
/// <param name="clock">The workspace's clock.</param>
/// <param name="machine">The machine's clock: how long to wait before looking again.</param>
public sealed class SyncLoop(WeComSync sync, SyncLoopOptions options, TimeProvider clock, TimeProvider machine)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(10);

    /// <summary>Compares whenever it is time, until <paramref name="stopping"/>.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var pause = Poll;
            try
            {
                if (IsDue(await sync.LatestAsync(stopping), clock.GetUtcNow()))
                {
                    await sync.RunAsync(options.Progress, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                options.OnFailed?.Invoke(failed);
                pause = PauseAfterFailure;
            }

            await PauseAsync(pause, stopping);
        }
    }

    /// <summary>Whether it is time: a run stands unfinished, or the hour of today has come and nothing was begun since.</summary>
    internal bool IsDue(SyncRun? latest, DateTimeOffset now)
    {
        if (latest is { Phase: not SyncPhase.Done })
        {
            return true;
        }

        var local = TimeZoneInfo.ConvertTime(now, options.TimeZone);
        var today = DateOnly.FromDateTime(local.DateTime);
        var due = Contacts.WorkspaceDay.Start(today, options.TimeZone).AddHours(options.Hour);
        return now >= due && (latest is null || latest.StartedAt < due);
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(pause, machine, stopping);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }
}
