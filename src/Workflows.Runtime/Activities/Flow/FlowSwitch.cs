namespace Workflows.Runtime.Activities.Flow;

/// <summary>Goes the ways whose conditions hold; <c>Default</c> when none does.</summary>
[Activity("Elsa", "Branching", "Goes the ways whose conditions hold.", DisplayName = "Switch (flow)")]
[FlowNode("Default")]
public sealed class FlowSwitch : Activity
{
    /// <summary>The cases, in order.</summary>
    [Input(Description = "The cases, in order.", UIHint = InputUIHints.FlowSwitchEditor)]
    public IList<FlowSwitchCase> Cases { get; set; } = [];

    /// <summary>How many cases count. The default is the first that matches.</summary>
    [Input(
        Description = "Whether the first match counts or all.",
        DefaultValue = SwitchMode.MatchFirst,
        UIHint = InputUIHints.DropDown
    )]
    public Input<SwitchMode> Mode { get; set; } = new(SwitchMode.MatchFirst);

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matches = new List<string>();
        var takesAll = Mode.Get(context) == SwitchMode.MatchAny;
        foreach (var candidate in Cases)
        {
            if ((takesAll || matches.Count == 0) && candidate.Condition.Get(context))
            {
                matches.Add(candidate.Label);
            }
        }
        return context.CompleteActivityAsync(matches.Count == 0 ? new Outcomes("Default") : new Outcomes([.. matches]));
    }
}
