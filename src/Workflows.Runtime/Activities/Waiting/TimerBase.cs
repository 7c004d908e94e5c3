namespace Workflows.Runtime.Activities.Waiting;

/// <summary>An activity that waits for one interval, or starts a workflow again and again; derive and say how long the interval is.</summary>
public abstract class TimerBase : Trigger, IScheduledTrigger
{
    /// <summary>The interval.</summary>
    /// <param name="context">Gives access to the activity's inputs.</param>
    protected abstract TimeSpan GetInterval(ExpressionExecutionContext context);

    /// <summary>Called when the interval is over, before the activity completes.</summary>
    /// <param name="context">The run.</param>
    protected virtual void OnTimerElapsed(ActivityExecutionContext context) { }

    /// <summary>Called when the interval is over, before the activity completes. The default calls <see cref="OnTimerElapsed"/>.</summary>
    /// <param name="context">The run.</param>
    protected virtual ValueTask OnTimerElapsedAsync(ActivityExecutionContext context)
    {
        OnTimerElapsed(context);
        return default;
    }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            return ElapseAsync(context);
        }
        context.DelayFor(GetInterval(new ExpressionExecutionContext(context)), ElapseAsync);
        return default;
    }

    /// <inheritdoc />
    protected override DateTimeOffset? GetNextOccurrence(TriggerIndexingContext context, DateTimeOffset after)
    {
        var interval = GetInterval(new ExpressionExecutionContext(context));
        return interval > TimeSpan.Zero ? after + interval : null;
    }

    private async ValueTask ElapseAsync(ActivityExecutionContext context)
    {
        await OnTimerElapsedAsync(context);
        await context.CompleteActivityAsync();
    }
}
