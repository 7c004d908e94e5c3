using Workflows.Runtime.Execution;

namespace Workflows.Storage.Instances;

/// <summary>An instance as lists show it.</summary>
/// <param name="Id">The instance.</param>
/// <param name="DefinitionId">Its workflow.</param>
/// <param name="Version">The version it runs on.</param>
/// <param name="Subject">The contact it is about, or itself.</param>
/// <param name="Status">Whether it lives.</param>
/// <param name="SubStatus">How it lives or ended.</param>
/// <param name="CorrelationId">The id correlated stimuli find it by, or null.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="IncidentCount">How much went wrong.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="UpdatedAt">When its last turn ran.</param>
/// <param name="FinishedAt">When it ended, or null.</param>
public sealed record InstanceSummary(
    Guid Id,
    string DefinitionId,
    int Version,
    Guid Subject,
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    string? CorrelationId,
    string? Name,
    int IncidentCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt
);
