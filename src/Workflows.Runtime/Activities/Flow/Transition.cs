namespace Workflows.Runtime.Activities.Flow;

/// <summary>A way from one state of a state machine to another.</summary>
public sealed class Transition
{
    /// <summary>Its name; optional.</summary>
    public string? Name { get; set; }

    /// <summary>What designers show; optional.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The name of the state it leaves.</summary>
    public string From { get; set; } = "";

    /// <summary>The name of the state it leads to.</summary>
    public string To { get; set; } = "";

    /// <summary>What has to complete before the way is open; null: it is open as soon as the state's entry is done.</summary>
    public IActivity? Trigger { get; set; }

    /// <summary>What has to hold as well; missing: always.</summary>
    public Input<bool>? Condition { get; set; }

    /// <summary>What is done on the way, between the exit of the one and the entry of the other state; null for nothing.</summary>
    public IActivity? Action { get; set; }
}
