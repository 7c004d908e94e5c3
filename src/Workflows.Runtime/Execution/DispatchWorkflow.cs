namespace Workflows.Runtime.Execution;

/// <summary>Asks for a child workflow to be started.</summary>
/// <param name="Key">Identifies the effect.</param>
/// <param name="DefinitionId">The child's definition; its published version is meant.</param>
/// <param name="InstanceId">The child's id, derived from the key so that a repeated dispatch starts nothing new.</param>
/// <param name="Subject">What the child is about: the parent's subject.</param>
/// <param name="Input">The child's input.</param>
/// <param name="CorrelationId">The child's correlation id.</param>
/// <param name="Parent">Whom the child reports to; null when the parent does not wait.</param>
public sealed record DispatchWorkflow(
    string Key,
    string DefinitionId,
    Guid InstanceId,
    Guid Subject,
    IReadOnlyDictionary<string, object?>? Input,
    string? CorrelationId,
    ParentLink? Parent
) : Effect(Key);
