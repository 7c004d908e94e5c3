using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;
using VersionId = Workflows.Runtime.Definitions.DefinitionVersionId;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>An instance in a list.</summary>
internal sealed record InstanceListItem(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    int Version,
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    string? CorrelationId,
    string? Name,
    int IncidentCount,
    bool IsSystem,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt
)
{
    public static InstanceListItem From(InstanceSummary summary) =>
        new(
            ElsaIds.Of(summary.Id),
            summary.DefinitionId,
            VersionId.Of(summary.DefinitionId, summary.Version),
            summary.Version,
            summary.Status,
            summary.SubStatus,
            summary.CorrelationId,
            summary.Name,
            summary.IncidentCount,
            IsSystem: false,
            summary.CreatedAt,
            summary.UpdatedAt,
            summary.FinishedAt
        );
}
