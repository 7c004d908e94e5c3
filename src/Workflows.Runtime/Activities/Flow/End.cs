namespace Workflows.Runtime.Activities.Flow;

/// <summary>Ends the flowchart or sequence it stands in.</summary>
[Activity("Elsa", "Flow", "Ends the flowchart or sequence it stands in.")]
public sealed class End : CodeActivity, ITerminal;
