namespace Workflows.Runtime.Activities.Flow;

/// <summary>Goes one of two ways.</summary>
[Activity("Elsa", "Branching", "Goes one of two ways.", DisplayName = "Decision")]
[FlowNode("True", "False")]
public sealed class FlowDecision : Activity
{
    private static readonly Outcomes True = new("True");
    private static readonly Outcomes False = new("False");

    /// <summary>What decides.</summary>
    [Input(Description = "What decides.", UIHint = InputUIHints.SingleLine)]
    public Input<bool> Condition { get; set; } = new(false);

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityAsync(Condition.Get(context) ? True : False);
}
