using Workflows.Host.Api;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.Commands.Trials;

/// <summary>What <c>workflow FILE --json</c> prints: how far the instance came, and what came of the others it started.</summary>
/// <param name="Status">Elsa's word: <c>Running</c> or <c>Finished</c>.</param>
/// <param name="SubStatus">Elsa's word: <c>Suspended</c>, <c>Finished</c>, <c>Faulted</c> …</param>
/// <param name="Output">The workflow's outputs by name.</param>
/// <param name="Variables">The workflow's variables by name.</param>
/// <param name="Lines">What <c>WriteLine</c> wrote, in the other instances too, in order.</param>
/// <param name="Bookmarks">Where it waits.</param>
/// <param name="Waits">The same, in words.</param>
/// <param name="StartedBy">What starts the workflow on a server, in words.</param>
/// <param name="Incidents">What went wrong.</param>
/// <param name="Journal">What happened, in order.</param>
/// <param name="Instances">The instances it started.</param>
/// <param name="Outside">What would have left the process, in words.</param>
internal sealed record WorkflowRun(
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    IReadOnlyDictionary<string, object?> Output,
    IReadOnlyDictionary<string, object?> Variables,
    IReadOnlyList<string> Lines,
    IReadOnlyList<BookmarkBody> Bookmarks,
    IReadOnlyList<string> Waits,
    IReadOnlyList<string> StartedBy,
    IReadOnlyList<IncidentBody> Incidents,
    IReadOnlyList<JournalBody> Journal,
    IReadOnlyList<StartedInstance> Instances,
    IReadOnlyList<string> Outside
)
{
    public static WorkflowRun From(WorkflowTrial trial, DateTimeOffset now)
    {
        var main = trial.Instances[0];
        var (instance, graph) = (main.State, main.State.Graph);
        return new(
            instance.Status,
            instance.SubStatus,
            instance.Outputs,
            VariablesOf(instance),
            trial.Lines,
            [.. instance.Bookmarks.Select(bookmark => BookmarkBody.From(bookmark, graph))],
            WaitsOf(instance),
            [.. TriggerIndex.Entries(graph).Select(entry => $"{entry.ActivityId}: {Awaited.By(entry, now)}")],
            [.. instance.Incidents.Select(incident => IncidentBody.From(incident, graph))],
            JournalOf(main),
            [.. trial.Instances.Skip(1).Select(StartedInstance.From)],
            [.. trial.Outside.Select(Awaited.Text)]
        );
    }

    public static IReadOnlyList<string> WaitsOf(WorkflowInstance instance) =>
        instance.Status == WorkflowStatus.Running
            ? [.. instance.Bookmarks.Select(bookmark => $"{bookmark.ActivityId}: {Awaited.By(bookmark)}")]
            : [];

    private static Dictionary<string, object?> VariablesOf(WorkflowInstance instance)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var variable in instance.Graph.Definition.Variables)
        {
            values[variable.Name] = instance.TryGetVariable(variable.Name, out var value) ? value : null;
        }

        return values;
    }

    private static JournalBody[] JournalOf(TrialInstance instance) =>
        [
            .. instance.Bursts.SelectMany(burst =>
                burst.JournalEntries.Select(entry =>
                    JournalBody.From(burst.Turn.Now, entry, instance.State.Graph.Nodes[entry.NodeId])
                )
            ),
        ];
}
