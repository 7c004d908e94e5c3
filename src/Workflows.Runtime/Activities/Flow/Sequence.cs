namespace Workflows.Runtime.Activities.Flow;

/// <summary>Runs activities one after the other.</summary>
[Activity("Elsa", "Workflows", "Runs activities one after the other.", IsBrowsable = false)]
public sealed class Sequence : Container
{
    private ActivityCompletionCallback? _onChildCompleted;

    internal override ActivityCompletionCallback ChildCallback => _onChildCompleted ??= OnChildCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => ContinueAsync(context, 0);

    private ValueTask OnChildCompletedAsync(ActivityCompletedContext context) =>
        context.ChildContext.Node.Activity is ITerminal
            ? context.TargetContext.CompleteActivityAsync()
            : ContinueAsync(context.TargetContext, context.ChildContext.Node.Ordinal + 1);

    private ValueTask ContinueAsync(ActivityExecutionContext context, int ordinal) =>
        ordinal < Activities.Count
            ? context.ScheduleActivityAsync(Activities[ordinal], ChildCallback)
            : context.CompleteActivityAsync();
}
