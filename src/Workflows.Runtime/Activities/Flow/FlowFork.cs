namespace Workflows.Runtime.Activities.Flow;

/// <summary>Goes several ways at once: its outcomes are the names of its branches.</summary>
[Activity("Elsa", "Branching", "Goes several ways at once.", DisplayName = "Fork (flow)")]
public sealed class FlowFork : Activity
{
    /// <summary>The names of the branches; without any there is the one outcome <c>Done</c>.</summary>
    [Input(Description = "The names of the branches.", UIHint = InputUIHints.DynamicOutcomes)]
    public Input<List<string>> Branches { get; set; } = default!;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        return context.CompleteActivityAsync(
            Branches.IsMissing ? Outcomes.Default : new Outcomes([.. Branches.Get(context) ?? []])
        );
    }
}
