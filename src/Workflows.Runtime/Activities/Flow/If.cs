namespace Workflows.Runtime.Activities.Flow;

/// <summary>Does one of two things.</summary>
[Activity("Elsa", "Branching", "Does one of two things.")]
public sealed class If : Activity
{
    private ActivityCompletionCallback? _onBranchCompleted;

    /// <summary>What decides.</summary>
    [Input(Description = "What decides.", UIHint = InputUIHints.SingleLine)]
    public Input<bool> Condition { get; set; } = new(false);

    /// <summary>What is done when the condition holds.</summary>
    [Port]
    public IActivity? Then { get; set; }

    /// <summary>What is done when it does not.</summary>
    [Port]
    public IActivity? Else { get; set; }

    /// <summary>Whether the condition held.</summary>
    [Output(Description = "Whether the condition held.")]
    public Output<bool>? Result { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onBranchCompleted ??= OnBranchCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var holds = Condition.Get(context);
        context.Set(Result, holds);
        return context.ScheduleActivityAsync(holds ? Then : Else, ChildCallback);
    }

    private static ValueTask OnBranchCompletedAsync(ActivityCompletedContext context) =>
        context.TargetContext.CompleteActivityAsync();
}
