namespace Workflows.Runtime.Activities;

/// <summary>Where one execution of an activity stands.</summary>
public enum ActivityStatus
{
    /// <summary>Scheduled, not started.</summary>
    Pending,

    /// <summary>Started, possibly waiting.</summary>
    Running,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Given up because something else decided so.</summary>
    Canceled,

    /// <summary>Stopped by an incident.</summary>
    Faulted,
}
