namespace Workflows.Runtime.Execution;

/// <summary>Whether an instance still lives.</summary>
public enum WorkflowStatus
{
    /// <summary>It runs or waits.</summary>
    Running,

    /// <summary>It is over.</summary>
    Finished,
}
