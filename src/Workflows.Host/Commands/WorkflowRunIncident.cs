using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Commands;

/// <summary>A step of a run that failed.</summary>
internal sealed record WorkflowRunIncident(string ActivityId, string ActivityType, string Code, string Message)
{
    public static WorkflowRunIncident From(Incident incident, GraphNode node) =>
        new(incident.ActivityId, node.ActivityType, incident.Code, incident.Message);
}
