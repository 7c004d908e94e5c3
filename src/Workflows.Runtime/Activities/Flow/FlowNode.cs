namespace Workflows.Runtime.Activities.Flow;

/// <summary>A box in a flowchart around one activity.</summary>
[Activity("Elsa", "Flow", "A box around one activity.", DisplayName = "Container")]
public sealed class FlowNode : Activity
{
    /// <summary>What is inside.</summary>
    [Port]
    public IActivity? Body { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.ScheduleActivityAsync(Body, OnBodyCompletedAsync);

    private static ValueTask OnBodyCompletedAsync(ActivityCompletedContext context) =>
        context.TargetContext.CompleteActivityAsync();
}
