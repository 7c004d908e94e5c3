using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>An incident of an instance.</summary>
internal sealed record IncidentState(
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    string Message,
    ExceptionState Exception,
    DateTimeOffset Timestamp
)
{
    public static IncidentState From(Incident incident, WorkflowGraph graph)
    {
        var node = graph.Nodes[incident.NodeId];
        return new IncidentState(
            incident.ActivityId,
            node.Path,
            node.ActivityType,
            incident.Message,
            ExceptionState.From(incident),
            incident.At
        );
    }
}
