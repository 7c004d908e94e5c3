using Workflows.Marketing.Calendars;
using Workflows.Marketing.Lifecycle.Blocks;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Lifecycle;

/// <summary>
/// Keeps lifecycle tiers as long as a published journey asks for them: at once, then once a day of the workspace. Several processes tell a
/// change once.
/// </summary>
/// <param name="sweep">Does it.</param>
/// <param name="journeys">The published journeys.</param>
/// <param name="scope">Whose contacts, and whose days.</param>
/// <param name="options">When.</param>
/// <param name="clock">The journeys' clock: which day it is.</param>
/// <param name="machine">The machine's clock, for the pause between two looks.</param>
public sealed class TierLoop(
    TierSweep sweep,
    TriggerIndex journeys,
    CalendarScope scope,
    TierSweepOptions options,
    TimeProvider clock,
    TimeProvider machine
)
{
    private DateOnly? _done;

    /// <summary>Told of every failure, such as a database that is down; the loop goes on.</summary>
    /// <value>The default value is null: nobody is told.</value>
    public Action<Exception>? OnFailed { get; init; }

    /// <summary>Looks until <paramref name="stopping"/>.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                OnFailed?.Invoke(failed);
            }

            await Task.Delay(options.Pause, machine, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Works the tiers out where this day's are not yet.</summary>
    /// <returns>How many changes were told; null where the day's are known already, or nobody asks.</returns>
    public async Task<int?> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Before the time of day it is the day before's turn still.
        var local = TimeZoneInfo.ConvertTime(now, scope.TimeZone).DateTime - options.At.ToTimeSpan();
        var day = DateOnly.FromDateTime(local);
        if (_done == day || !IsAsked())
        {
            return null;
        }

        var told = await sweep.RunAsync(scope.Tenant, now, cancellationToken);
        _done = day;
        return told;
    }

    private bool IsAsked() => journeys.Graphs.Any(graph => graph.Nodes.Any(node => node.Activity is TierChanged));
}
