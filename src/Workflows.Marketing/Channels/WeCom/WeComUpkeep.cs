using Workflows.Marketing.Channels.WeCom.Records;

namespace Workflows.Marketing.Channels.WeCom;

/// <summary>Forgets what is of no use any more: tasks whose outcomes are long known, uploads that WeCom has dropped.</summary>
/// <param name="parts">What the channel works with.</param>
/// <param name="changes">Where it is kept what we changed in WeCom.</param>
public sealed class WeComUpkeep(WeComParts parts, IOwnChangeStore changes)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Longer than any task is followed and any message is retried.
    private static readonly TimeSpan TasksKept = TimeSpan.FromDays(60);

    // Longer than the 90 days in which WeCom counts transfers.
    private static readonly TimeSpan ChangesKept = TimeSpan.FromDays(100);

    /// <summary>Tidies up once an hour until <paramref name="stopping"/>.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await TidyAsync(stopping);
                await Task.Delay(Interval, parts.Clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception databaseFailed) when (databaseFailed is not OutOfMemoryException)
            {
                // Nothing depends on it today; the outbox reports a database that is down.
                await Task.Delay(Interval, parts.Clock, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Tidies up.</summary>
    /// <returns>How many things were forgotten.</returns>
    public async Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        return await parts.Intents.PurgeAsync(now - TasksKept, cancellationToken)
            + await parts.Media.PurgeAsync(now, cancellationToken)
            + await changes.PurgeAsync(now - ChangesKept, cancellationToken);
    }
}
