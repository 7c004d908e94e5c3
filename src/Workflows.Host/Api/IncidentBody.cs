using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Api;

/// <summary>A step of an instance that failed.</summary>
internal sealed record IncidentBody(
    string ActivityId,
    string ActivityType,
    string Code,
    string Message,
    DateTimeOffset At
)
{
    public static IncidentBody From(Incident incident, WorkflowGraph graph) =>
        new(
            incident.ActivityId,
            graph.Nodes[incident.NodeId].ActivityType,
            incident.Code,
            incident.Message,
            incident.At
        );
}
