namespace Workflows.Runtime.Activities;

/// <summary>An activity behind which a flowchart does not go on: it completes the flowchart.</summary>
public interface ITerminal;
