namespace Workflows.Runtime.Activities.Flow;

/// <summary>One case of a flowchart's switch.</summary>
public sealed class FlowSwitchCase
{
    /// <summary>The outcome when it matches.</summary>
    public string Label { get; set; } = "";

    /// <summary>Whether it matches.</summary>
    public Input<bool> Condition { get; set; } = new(false);
}
