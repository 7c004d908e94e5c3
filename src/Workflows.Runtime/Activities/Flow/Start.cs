namespace Workflows.Runtime.Activities.Flow;

/// <summary>Where a flowchart begins.</summary>
[Activity("Elsa", "Flow", "Where a flowchart begins.")]
public sealed class Start : CodeActivity;
