using Workflows.Runtime.Activities;
using Workflows.Runtime.Alterations;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution;

/// <summary>
/// Runs instances in memory, one burst at a time: until nothing is ready. It stores nothing; whoever calls it commits the <see cref="Burst"/>.
/// Safe on every thread as long as an instance has one burst at a time.
/// </summary>
/// <param name="services">What activities may ask for; null offers nothing.</param>
/// <param name="recordsValues">Whether the journal shows evaluated inputs and outputs; trials of thousands of instances do without.</param>
public sealed class WorkflowRunner(IServiceProvider? services = null, bool recordsValues = false)
{
    private Queue<ActivityExecutionContext>? _spareQueue;

    internal IServiceProvider? Services => services;

    /// <summary>Creates an instance and runs its first burst.</summary>
    /// <param name="graph">The published graph.</param>
    /// <param name="options">What it starts with.</param>
    /// <param name="turn">The turn's time and subject.</param>
    public ValueTask<Burst> StartAsync(WorkflowGraph graph, StartOptions options, Turn turn)
    {
        var subject = options.Subject == Guid.Empty ? options.InstanceId : options.Subject;
        var instance = new WorkflowInstance(graph, options.InstanceId, subject, turn.Now)
        {
            CorrelationId = options.CorrelationId,
            Name = options.Name,
            Parent = options.Parent,
        };
        var burst = Begin(instance, turn);
        burst.Input = options.Input;
        burst.StimulusPayload = options.StimulusPayload;
        burst.TriggerActivityId = options.TriggerActivityId;
        Advancer.Schedule(instance, graph.Root, null, null);
        return RunAsync(burst);
    }

    /// <summary>Resumes a bookmark and runs a burst. A bookmark that is gone, or an instance that is over, does nothing.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="bookmarkId">The bookmark.</param>
    /// <param name="options">What it is given.</param>
    /// <param name="turn">The turn's time and subject.</param>
    public ValueTask<Burst> ResumeAsync(WorkflowInstance instance, int bookmarkId, ResumeOptions options, Turn turn)
    {
        var burst = Begin(instance, turn);
        burst.Input = options.Input;
        burst.StimulusPayload = options.StimulusPayload;
        if (
            instance.Status == WorkflowStatus.Finished
            || instance.FindBookmark(bookmarkId) is not { } bookmark
            || instance.FindFrame(bookmark.FrameId) is not { } frame
        )
        {
            instance.SubStatus = burst.PreviousSubStatus;
            return ValueTask.FromResult(Release(burst));
        }
        if (bookmark.AutoBurn)
        {
            burst.Remove(bookmark);
        }
        var step = StepRunner.ResumeAsync(frame, bookmark);
        return step.IsCompletedSuccessfully ? RunAsync(burst) : FinishAsync(step, burst);
    }

    /// <summary>Cancels an instance: nothing of it goes on.</summary>
    /// <param name="instance">The instance; one that is over stays as it is.</param>
    /// <param name="turn">The turn's time and subject.</param>
    /// <param name="reason">Why, in one word, for the journal of what was waiting or running; null where a person decided.</param>
    public Burst Cancel(WorkflowInstance instance, Turn turn, string? reason = null)
    {
        var burst = Begin(instance, turn);
        if (instance.Status == WorkflowStatus.Finished)
        {
            instance.SubStatus = burst.PreviousSubStatus;
            return Release(burst);
        }
        if (reason is not null)
        {
            Advancer.TellWhy(burst, reason);
        }
        Advancer.Abandon(instance);
        Settlement.End(burst, WorkflowSubStatus.Cancelled);
        return Release(burst);
    }

    /// <summary>Does to an instance what an operator asks for, and runs what follows from it.</summary>
    /// <param name="instance">The instance; one that is over stays as it is, unless what failed in it is run again.</param>
    /// <param name="alterations">The changes, in order.</param>
    /// <param name="turn">The turn's time and subject.</param>
    public async ValueTask<Burst> AlterAsync(
        WorkflowInstance instance,
        IReadOnlyList<Alteration> alterations,
        Turn turn
    )
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(alterations);
        if (alterations.Any(alteration => alteration is Alteration.CancelInstance))
        {
            return Cancel(instance, turn);
        }
        var burst = Begin(instance, turn);
        await InstanceAlterer.ApplyAsync(burst, alterations);
        if (burst.IsAltered)
        {
            return await RunAsync(burst);
        }
        instance.SubStatus = burst.PreviousSubStatus;
        return Release(burst);
    }

    /// <summary>Takes in an instance that ran elsewhere, as it is.</summary>
    internal Burst Adopt(WorkflowInstance instance, Turn turn)
    {
        var burst = Begin(instance, turn);
        instance.SubStatus = burst.PreviousSubStatus;
        burst.IsAltered = true;
        return Release(burst);
    }

    private ValueTask<Burst> RunAsync(Burst burst)
    {
        while (burst.TryTake(out var frame))
        {
            var step = StepRunner.StartAsync(frame);
            if (!step.IsCompletedSuccessfully)
            {
                return FinishAsync(step, burst);
            }
            burst.Turn.CancellationToken.ThrowIfCancellationRequested();
        }
        Settlement.Settle(burst);
        return ValueTask.FromResult(Release(burst));
    }

    private async ValueTask<Burst> FinishAsync(ValueTask pending, Burst burst)
    {
        await pending;
        while (burst.TryTake(out var frame))
        {
            await StepRunner.StartAsync(frame);
            burst.Turn.CancellationToken.ThrowIfCancellationRequested();
        }
        Settlement.Settle(burst);
        return Release(burst);
    }

    private Burst Begin(WorkflowInstance instance, Turn turn)
    {
        var burst = new Burst(instance, services, turn)
        {
            Ready = Interlocked.Exchange(ref _spareQueue, null) ?? new Queue<ActivityExecutionContext>(),
            PreviousSubStatus = instance.SubStatus,
            RecordsValues = recordsValues,
        };
        instance.Current = burst;
        instance.SubStatus = WorkflowSubStatus.Executing;
        return burst;
    }

    private Burst Release(Burst burst)
    {
        burst.Instance.Current = null;
        _spareQueue = burst.Ready;
        burst.Ready = null!;
        return burst;
    }
}
