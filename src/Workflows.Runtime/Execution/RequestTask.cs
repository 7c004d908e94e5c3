namespace Workflows.Runtime.Execution;

/// <summary>Asks someone outside to do a task and to report its completion.</summary>
/// <param name="Key">Identifies the effect.</param>
/// <param name="TaskId">Identifies the task for the report.</param>
/// <param name="TaskName">What is to be done.</param>
/// <param name="Payload">With what.</param>
/// <param name="InstanceId">The instance that waits.</param>
public sealed record RequestTask(
    string Key,
    string TaskId,
    string TaskName,
    IReadOnlyDictionary<string, object?>? Payload,
    Guid InstanceId
) : Effect(Key);
