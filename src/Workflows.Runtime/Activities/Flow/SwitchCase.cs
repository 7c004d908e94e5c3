namespace Workflows.Runtime.Activities.Flow;

/// <summary>One case of a switch.</summary>
public sealed class SwitchCase
{
    /// <summary>Its name.</summary>
    public string Label { get; set; } = "";

    /// <summary>Whether it matches.</summary>
    public Input<bool> Condition { get; set; } = new(false);

    /// <summary>What it does.</summary>
    public IActivity? Activity { get; set; }
}
