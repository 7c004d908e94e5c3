namespace Workflows.Runtime.Activities.Flow;

/// <summary>A state of a state machine.</summary>
public sealed class StateMachineState
{
    /// <summary>Its name; transitions use it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is done when the machine comes into the state; null for nothing.</summary>
    public IActivity? Entry { get; set; }

    /// <summary>What is done when it leaves the state; null for nothing.</summary>
    public IActivity? Exit { get; set; }
}
