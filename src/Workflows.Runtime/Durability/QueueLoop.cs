using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Durability;

/// <summary>One lane: takes what is due of its partitions, a batch at a time, and has it run.</summary>
internal sealed class QueueLoop(
    PartitionSet lane,
    IInstanceStore store,
    InstanceRunner runner,
    LeaseLoop leases,
    WorkLoopContext context
)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private int _failures;

    /// <summary>Raised when the lane found nothing due.</summary>
    public LoopSignal Idle { get; } = new();

    /// <summary>Works until told to stop; the batch that is running then is finished.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ear = context.Signal.Listen(lane);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!await RunBatchAsync())
                {
                    Idle.Raise();
                    await ear.WaitAsync(context.Options.PollInterval, context.Clock, stopping);
                }

                _failures = 0;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The store does not answer, or a batch as a whole broke: nothing was written, so nothing is lost.
                context.Logger.LogError(failure, "A batch could not be run: {Reason}", failure.Message);
                var pause = TimeSpan.FromMilliseconds(250) * Math.Pow(2, Math.Min(_failures++, 10));
                await context.Clock.PauseAsync(pause < LongestPause ? pause : LongestPause, stopping);
            }
        }
    }

    private async Task<bool> RunBatchAsync()
    {
        var held = leases.Held(lane);
        if (held.Count == 0)
        {
            return false;
        }

        var now = context.Clock.GetUtcNow();
        var partitions = PartitionSet.Of(held.Select(lease => lease.Partition));
        var items = await store.TakeAsync(partitions, now, context.Options.BatchSize, CancellationToken.None);
        if (items.Count == 0)
        {
            return false;
        }

        var used = PartitionSet.Of(items.Select(item => item.Partition));
        PartitionLease[] fences = [.. held.Where(lease => used.Contains(lease.Partition))];
        using var span = WorkTelemetry.StartBatch(items.Count);
        var result = await runner.RunAsync(items, fences, now, CancellationToken.None);
        WorkTelemetry.Count(items.Count, result.Failed);
        await FollowUpAsync(result);
        return true;
    }

    private async Task FollowUpAsync(BatchResult result)
    {
        if (result.Failed > 0)
        {
            context.Logger.LogWarning("{Count} work items failed in a batch", result.Failed);
        }

        if (!result.Stale.IsEmpty)
        {
            await leases.RenewAsync(CancellationToken.None);
        }

        context.Signal.Raise(result.Enqueued);
    }
}
