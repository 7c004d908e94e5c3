namespace Workflows.Runtime.Activities.Waiting;

/// <summary>Starts a workflow again and again, or waits for one interval.</summary>
[Activity("Elsa", "Scheduling", "Starts a workflow again and again, or waits for one interval.")]
public sealed class Timer : Trigger, IScheduledTrigger
{
    /// <summary>The interval. The default is one minute.</summary>
    [Input(Description = "The interval.", DefaultValue = "00:01:00", Minimum = "00:00:01")]
    public Input<TimeSpan> Interval { get; set; } = new(TimeSpan.FromMinutes(1));

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            return context.CompleteActivityAsync();
        }
        DuePayload.WaitUntil(context, context.Now + Interval.Get(context), DuePayload.ResumeAt);
        return default;
    }

    /// <inheritdoc />
    protected override DateTimeOffset? GetNextOccurrence(TriggerIndexingContext context, DateTimeOffset after)
    {
        var interval = context.Get(Interval);
        return interval > TimeSpan.Zero ? after + interval : null;
    }
}
