using Workflows.Runtime.Execution;
using VersionId = Workflows.Runtime.Definitions.DefinitionVersionId;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>A whole instance.</summary>
internal sealed record InstanceAnswer(
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
    DateTimeOffset? FinishedAt,
    string? ParentWorkflowInstanceId,
    InstanceState WorkflowState
)
{
    public static InstanceAnswer From(WorkflowInstance instance)
    {
        var graph = instance.Graph;
        return new InstanceAnswer(
            ElsaIds.Of(instance.Id),
            graph.DefinitionId,
            VersionId.Of(graph.DefinitionId, graph.Version),
            graph.Version,
            instance.Status,
            instance.SubStatus,
            instance.CorrelationId,
            instance.Name,
            instance.Incidents.Count,
            IsSystem: false,
            instance.CreatedAt,
            instance.UpdatedAt,
            instance.FinishedAt,
            instance.Parent is { } parent ? ElsaIds.Of(parent.InstanceId) : null,
            InstanceState.From(instance)
        );
    }
}
