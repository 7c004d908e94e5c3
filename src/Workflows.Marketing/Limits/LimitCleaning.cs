using Workflows.Marketing.Limits.Ledger;

namespace Workflows.Marketing.Limits;

/// <summary>
/// Now and then gives back what messages hold that ended unnoticed, such as those of a cancelled journey or of a process
/// that died, and removes counters and reservations of which nothing counts any more.
/// </summary>
/// <param name="store">The counters.</param>
/// <param name="judge">Who gives back.</param>
/// <param name="clock">The machine's clock, for the pause between two rounds.</param>
/// <param name="journeys">The journeys' clock, by which limits count; null where it is the machine's.</param>
public sealed class LimitCleaning(
    ILimitStore store,
    LimitJudge judge,
    TimeProvider clock,
    TimeProvider? journeys = null
)
{
    private const int Batch = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    // A message may be looked at for a while after it counted.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Told of every failure, such as a database that is down; the loop goes on.</summary>
    /// <value>The default value is null: nobody is told.</value>
    public Action<Exception>? OnFailed { get; init; }

    /// <summary>Cleans until <paramref name="stopping"/>.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await CleanAsync(stopping) < Batch)
                {
                    await Task.Delay(Pause, clock, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                OnFailed?.Invoke(failed);
                await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Closes and removes one batch of each.</summary>
    /// <returns>How many reservations were closed and how many rows removed, together.</returns>
    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        var left = await store.LeftAsync(Batch, cancellationToken);
        await judge.CloseAsync(left, cancellationToken);
        return left.Count + await store.ForgetAsync((journeys ?? clock).GetUtcNow() - Kept, Batch, cancellationToken);
    }
}
