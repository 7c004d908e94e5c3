namespace Workflows.Runtime.Execution;

/// <summary>What a child workflow tells its parent.</summary>
/// <param name="WorkflowInstanceId">The child.</param>
/// <param name="Status">Whether the child still lives.</param>
/// <param name="SubStatus">How.</param>
/// <param name="Output">The child's outputs so far.</param>
/// <param name="Refusal">Why there is no child at all, for the operator; null when there is one.</param>
public sealed record ChildReport(
    Guid WorkflowInstanceId,
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    IReadOnlyDictionary<string, object?> Output,
    string? Refusal = null
);
