using Microsoft.Extensions.Logging;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>
/// Sees to it that every schedule of a published workflow has its next firing in the queue. Firings put the next one
/// there themselves; the loop starts new schedules, on whichever host they were published, and revives one whose firing
/// failed for good.
/// </summary>
internal sealed class ScheduleLoop(
    IInstanceStore store,
    TriggerIndex triggers,
    IServiceProvider? services,
    WorkLoopContext context
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Raised when all schedules were seen to.</summary>
    public LoopSignal Checked { get; } = new();

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await CheckAsync(stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                context.Logger.LogWarning(failure, "Schedules could not be checked: {Reason}", failure.Message);
            }

            await context.Clock.PauseAsync(Pause, stopping);
        }
    }

    private async Task CheckAsync(CancellationToken stopping)
    {
        var now = context.Clock.GetUtcNow();
        var firings = new List<WorkItem>();
        foreach (var entry in triggers.Schedules)
        {
            await entry.PrepareAsync(services, stopping);
            if (entry.NextOccurrence(now, services) is { } next)
            {
                firings.Add(ScheduledStart.Item(context.Options.Tenant, entry, next));
            }
        }

        // The queue keeps the timer it has: two hosts, or a restart, do not fire twice.
        await store.EnqueueAsync(firings, stopping);
        Checked.Raise();
    }
}
