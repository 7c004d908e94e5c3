namespace Workflows.Runtime.Activities.Flow;

/// <summary>Does several things at once.</summary>
[Activity("Elsa", "Branching", "Does several things at once.", IsBrowsable = false)]
public sealed class Fork : Activity
{
    private ActivityCompletionCallback? _onBranchCompleted;

    /// <summary>When it is complete. The default is when all branches are.</summary>
    [Input(Description = "When it is complete.")]
    public ForkJoinMode JoinMode { get; set; } = ForkJoinMode.WaitAll;

    /// <summary>What is done.</summary>
    public IList<IActivity> Branches { get; set; } = [];

    internal override ActivityCompletionCallback ChildCallback => _onBranchCompleted ??= OnBranchCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        Execution.Branches.ScheduleAllAsync(context, Branches, ChildCallback);

    private ValueTask OnBranchCompletedAsync(ActivityCompletedContext context) =>
        JoinMode == ForkJoinMode.WaitAny
            ? context.TargetContext.CompleteActivityAsync()
            : Execution.Branches.CompleteWhenAllDoneAsync(context.TargetContext);
}
