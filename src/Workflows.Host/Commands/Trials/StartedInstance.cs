using Workflows.Host.Api;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Commands.Trials;

/// <summary>An instance that the one that was run has started.</summary>
/// <param name="Id">The instance.</param>
/// <param name="DefinitionId">Its workflow.</param>
/// <param name="Status">Elsa's word: <c>Running</c> or <c>Finished</c>.</param>
/// <param name="SubStatus">Elsa's word: <c>Suspended</c>, <c>Finished</c>, <c>Faulted</c> …</param>
/// <param name="Output">Its outputs by name.</param>
/// <param name="Waits">What it waits for, in words.</param>
/// <param name="Incidents">What went wrong.</param>
internal sealed record StartedInstance(
    string Id,
    string DefinitionId,
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    IReadOnlyDictionary<string, object?> Output,
    IReadOnlyList<string> Waits,
    IReadOnlyList<IncidentBody> Incidents
)
{
    public static StartedInstance From(TrialInstance one) =>
        new(
            one.State.Id.ToString("N"),
            one.State.Graph.DefinitionId,
            one.State.Status,
            one.State.SubStatus,
            one.State.Outputs,
            WorkflowRun.WaitsOf(one.State),
            [.. one.State.Incidents.Select(incident => IncidentBody.From(incident, one.State.Graph))]
        );
}
