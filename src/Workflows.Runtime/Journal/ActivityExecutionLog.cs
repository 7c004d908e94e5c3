using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Journal;

/// <summary>Puts the executions of an instance together from its journal.</summary>
public static class ActivityExecutionLog
{
    private const int RootFrameId = 1;

    /// <summary>All executions of an instance in the order they began, the workflow itself first.</summary>
    /// <param name="instance">The instance as it stands.</param>
    /// <param name="rows">Its whole journal, in order.</param>
    public static IReadOnlyList<ActivityExecution> Read(WorkflowInstance instance, IEnumerable<JournalRow> rows)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(rows);
        var traces = new Dictionary<int, ExecutionTrace> { [RootFrameId] = ExecutionTrace.OfWorkflow(instance) };
        foreach (var row in rows)
        {
            foreach (var entry in row.Entries)
            {
                if (!traces.TryGetValue(entry.FrameId, out var trace))
                {
                    traces[entry.FrameId] = trace = new ExecutionTrace(
                        instance.Graph.Node(entry.NodeId),
                        entry,
                        Scheduler(instance.Graph, entry, traces),
                        row.At
                    );
                }
                trace.Add(entry, row.At, traces.GetValueOrDefault(entry.ParentFrameId));
            }
        }
        CountFaults(instance, traces);
        return [.. traces.Values.Select(trace => trace.ToExecution(instance))];
    }

    /// <summary>Behind whom an execution came: in a flowchart the last one done that leads to it, in a sequence the one before, else what it stands in.</summary>
    private static ExecutionTrace? Scheduler(
        WorkflowGraph graph,
        JournalEntry entry,
        Dictionary<int, ExecutionTrace> traces
    )
    {
        if (!traces.TryGetValue(entry.ParentFrameId, out var parent))
        {
            return null;
        }
        return Before(graph.Node(entry.NodeId))
                .Select(parent.LastEnded.GetValueOrDefault)
                .OfType<ExecutionTrace>()
                .MaxBy(trace => trace.EndSequence)
            ?? parent;
    }

    /// <summary>The siblings that lead to a node.</summary>
    private static IEnumerable<int> Before(GraphNode node) =>
        node.Parent switch
        {
            { Flow: { } flow } => flow
                .Connections.Where(connection => connection.Target == node.Ordinal)
                .Select(connection => connection.Source),
            { Activity: Activities.Flow.Sequence } => [node.Ordinal - 1],
            _ => [],
        };

    private static void CountFaults(WorkflowInstance instance, Dictionary<int, ExecutionTrace> traces)
    {
        foreach (var incident in instance.Incidents)
        {
            var trace = traces.GetValueOrDefault(incident.FrameId);
            if (trace is not null)
            {
                trace.Failure = new ActivityFailure(incident.Code, incident.Message);
            }
            for (; trace is not null; trace = traces.GetValueOrDefault(trace.ParentFrameId))
            {
                trace.Faults++;
            }
        }
    }
}
