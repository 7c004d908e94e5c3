using Workflows.Runtime.Execution;

namespace Workflows.Host.Commands;

/// <summary>What <c>workflow FILE --json</c> prints: how far one instance came in one burst.</summary>
/// <param name="Status">Elsa's word: <c>Running</c> or <c>Finished</c>.</param>
/// <param name="SubStatus">Elsa's word: <c>Suspended</c>, <c>Finished</c>, <c>Faulted</c> …</param>
/// <param name="Output">The workflow's outputs by name.</param>
/// <param name="Lines">What <c>WriteLine</c> wrote.</param>
/// <param name="Bookmarks">Where it waits.</param>
/// <param name="Incidents">What went wrong.</param>
/// <param name="Journal">What happened, in order.</param>
internal sealed record WorkflowRun(
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    IReadOnlyDictionary<string, object?> Output,
    IReadOnlyList<string> Lines,
    IReadOnlyList<WorkflowRunBookmark> Bookmarks,
    IReadOnlyList<WorkflowRunIncident> Incidents,
    IReadOnlyList<WorkflowRunStep> Journal
)
{
    public static WorkflowRun From(Burst burst)
    {
        var (instance, nodes) = (burst.Instance, burst.Instance.Graph.Nodes);
        return new(
            instance.Status,
            instance.SubStatus,
            instance.Outputs,
            burst.Lines,
            [.. instance.Bookmarks.Select(bookmark => WorkflowRunBookmark.From(bookmark, nodes[bookmark.NodeId]))],
            [.. instance.Incidents.Select(incident => WorkflowRunIncident.From(incident, nodes[incident.NodeId]))],
            [.. burst.JournalEntries.Select(entry => WorkflowRunStep.From(entry, nodes[entry.NodeId]))]
        );
    }
}
