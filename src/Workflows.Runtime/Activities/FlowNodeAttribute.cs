namespace Workflows.Runtime.Activities;

/// <summary>Declares the outcomes a flowchart may connect from; without it an activity has the outcome <c>Done</c>.</summary>
/// <param name="outcomes">The outcome names, in the order designers show them.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FlowNodeAttribute(params string[] outcomes) : Attribute
{
    /// <summary>The outcome names.</summary>
    public IReadOnlyList<string> Outcomes { get; } = outcomes;

    /// <summary>An <see cref="IInputOptions"/> that names further outcomes to connect from, where only the host knows them; null for none.</summary>
    public Type? Options { get; set; }
}
