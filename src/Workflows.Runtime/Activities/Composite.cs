namespace Workflows.Runtime.Activities;

/// <summary>An activity that is a workflow of its own: <c>Complete</c> anywhere inside it ends it.</summary>
public abstract class Composite : Activity
{
    /// <summary>What it runs.</summary>
    [Port]
    public IActivity? Root { get; set; }

    /// <summary>The variables of each of its executions.</summary>
    public IList<Variable> Variables { get; set; } = [];

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.ScheduleActivityAsync(Root, OnRootCompletedAsync);

    /// <summary>The root is complete, and with it the composite.</summary>
    /// <param name="context">The root's completion.</param>
    protected virtual ValueTask OnRootCompletedAsync(ActivityCompletedContext context) =>
        context.TargetContext.CompleteActivityAsync(context.Result);
}
