namespace Workflows.Runtime.Activities;

/// <summary>How a child is scheduled.</summary>
public sealed class ScheduleWorkOptions
{
    /// <summary>Called when the child has completed.</summary>
    public ActivityCompletionCallback? CompletionCallback { get; set; }

    /// <summary>A value the child's context carries.</summary>
    public object? Tag { get; set; }

    /// <summary>Variables that exist for this execution of the child only.</summary>
    public IReadOnlyList<Variable>? Variables { get; set; }
}
