using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Flow;

/// <summary>Does several things at once and waits for all.</summary>
[Activity("Elsa", "Workflows", "Does several things at once and waits for all.", IsBrowsable = false)]
public sealed class Parallel : Container
{
    private ActivityCompletionCallback? _onChildCompleted;

    internal override ActivityCompletionCallback ChildCallback => _onChildCompleted ??= OnChildCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        Branches.ScheduleAllAsync(context, Activities, ChildCallback);

    private static ValueTask OnChildCompletedAsync(ActivityCompletedContext context) =>
        Branches.CompleteWhenAllDoneAsync(context.TargetContext);
}
