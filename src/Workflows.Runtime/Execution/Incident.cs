namespace Workflows.Runtime.Execution;

/// <summary>A step of an instance that failed.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="NodeId">Its node in the graph.</param>
/// <param name="FrameId">Which execution of it.</param>
/// <param name="Code">A stable code, or the exception's type name.</param>
/// <param name="Message">What went wrong, for the operator.</param>
/// <param name="At">When.</param>
public sealed record Incident(
    string ActivityId,
    int NodeId,
    int FrameId,
    string Code,
    string Message,
    DateTimeOffset At
);
