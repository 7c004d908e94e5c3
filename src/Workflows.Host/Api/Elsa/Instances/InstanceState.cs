using Workflows.Runtime.Execution;
using VersionId = Workflows.Runtime.Definitions.DefinitionVersionId;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Where an instance stands.</summary>
internal sealed record InstanceState(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    int DefinitionVersion,
    string? CorrelationId,
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    IReadOnlyList<BookmarkState> Bookmarks,
    IReadOnlyList<IncidentState> Incidents,
    IReadOnlyList<object> CompletionCallbacks,
    IReadOnlyList<object> ActivityExecutionContexts,
    IReadOnlyDictionary<string, object?> Input,
    IReadOnlyDictionary<string, object?> Output,
    IReadOnlyDictionary<string, object?> Properties,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt
)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    public static InstanceState From(WorkflowInstance instance)
    {
        var graph = instance.Graph;
        return new InstanceState(
            ElsaIds.Of(instance.Id),
            graph.DefinitionId,
            VersionId.Of(graph.DefinitionId, graph.Version),
            graph.Version,
            instance.CorrelationId,
            instance.Status,
            instance.SubStatus,
            [.. instance.Bookmarks.Select(bookmark => BookmarkState.From(bookmark, instance.Id, graph))],
            [.. instance.Incidents.Select(incident => IncidentState.From(incident, graph))],
            CompletionCallbacks: [],
            ActivityExecutionContexts: [],
            Input: Nothing,
            instance.Outputs,
            Properties: Nothing,
            instance.CreatedAt,
            instance.UpdatedAt,
            instance.FinishedAt
        );
    }
}
