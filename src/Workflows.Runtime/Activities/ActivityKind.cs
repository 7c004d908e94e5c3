namespace Workflows.Runtime.Activities;

/// <summary>How designers classify an activity.</summary>
public enum ActivityKind
{
    /// <summary>Runs and completes.</summary>
    Action,

    /// <summary>May start a workflow.</summary>
    Trigger,

    /// <summary>Work that may take a while.</summary>
    Job,

    /// <summary>Work that may take a while and may be awaited.</summary>
    Task,
}
