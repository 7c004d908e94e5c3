namespace Workflows.Runtime.Execution;

/// <summary>How an instance lives or ended.</summary>
public enum WorkflowSubStatus
{
    /// <summary>It was created and has not run.</summary>
    Pending,

    /// <summary>A burst is running.</summary>
    Executing,

    /// <summary>It waits.</summary>
    Suspended,

    /// <summary>It reached its end.</summary>
    Finished,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>An incident ended it.</summary>
    Faulted,
}
