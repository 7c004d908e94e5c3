using Workflows.Host.Api;
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
    IReadOnlyList<BookmarkBody> Bookmarks,
    IReadOnlyList<IncidentBody> Incidents,
    IReadOnlyList<JournalBody> Journal
)
{
    public static WorkflowRun From(Burst burst)
    {
        var (instance, graph) = (burst.Instance, burst.Instance.Graph);
        return new(
            instance.Status,
            instance.SubStatus,
            instance.Outputs,
            burst.Lines,
            [.. instance.Bookmarks.Select(bookmark => BookmarkBody.From(bookmark, graph))],
            [.. instance.Incidents.Select(incident => IncidentBody.From(incident, graph))],
            [
                .. burst.JournalEntries.Select(entry =>
                    JournalBody.From(burst.Turn.Now, entry, graph.Nodes[entry.NodeId])
                ),
            ]
        );
    }
}
