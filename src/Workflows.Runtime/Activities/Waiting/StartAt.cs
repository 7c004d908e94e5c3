namespace Workflows.Runtime.Activities.Waiting;

/// <summary>Starts a workflow once, or waits for a moment.</summary>
[Activity("Elsa", "Scheduling", "Starts a workflow once, or waits for a moment.", DisplayName = "Start at")]
public sealed class StartAt : Trigger, IScheduledTrigger
{
    /// <summary>The moment.</summary>
    [Input(Description = "The moment.", UIHint = InputUIHints.DateTimePicker)]
    public Input<DateTimeOffset> DateTime { get; set; } = default!;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var moment = DateTime.Get(context);
        if (context.IsTriggerOfWorkflow() || moment <= context.Now)
        {
            return context.CompleteActivityAsync();
        }
        DuePayload.WaitUntil(context, moment, DuePayload.ExecuteAt);
        return default;
    }

    /// <inheritdoc />
    protected override DateTimeOffset? GetNextOccurrence(TriggerIndexingContext context, DateTimeOffset after)
    {
        var moment = context.Get(DateTime);
        return moment > after ? moment : null;
    }
}
