namespace Workflows.Runtime.Activities.Flow;

/// <summary>Brings branches of a flowchart together.</summary>
[Activity("Elsa", "Branching", "Brings branches together.", DisplayName = "Join")]
public sealed class FlowJoin : CodeActivity
{
    /// <summary>What it waits for. The default is <see cref="FlowJoinMode.WaitAny"/>.</summary>
    [Input(
        Description = "What the join waits for.",
        DefaultValue = FlowJoinMode.WaitAny,
        UIHint = InputUIHints.DropDown
    )]
    public Input<FlowJoinMode> Mode { get; set; } = new(FlowJoinMode.WaitAny);
}
