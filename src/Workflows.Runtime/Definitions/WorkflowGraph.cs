using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Definitions;

/// <summary>A definition version compiled once: nodes with integer numbers, inputs bound, expressions compiled. Immutable and safe on every thread.</summary>
public sealed class WorkflowGraph
{
    private readonly GraphNode[] _nodes;

    internal WorkflowGraph(
        WorkflowDefinition definition,
        GraphNode[] nodes,
        IncidentStrategy incidentStrategy,
        bool recordsOutputs
    )
    {
        Definition = definition;
        _nodes = nodes;
        IncidentStrategy = incidentStrategy;
        RecordsOutputs = recordsOutputs;
        Entry = EntryPolicy.Read(definition);
        JournalHint = Math.Clamp(2 * nodes.Length, 4, 64);
    }

    /// <summary>The definition it was compiled from.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>Identifies the workflow over all its versions.</summary>
    public string DefinitionId => Definition.DefinitionId;

    /// <summary>The version, from 1.</summary>
    public int Version => Definition.Version;

    /// <summary>All nodes; a node's <see cref="GraphNode.Index"/> is its place here. The first one is the workflow itself.</summary>
    public IReadOnlyList<GraphNode> Nodes => _nodes;

    /// <summary>What an incident does to an instance.</summary>
    public IncidentStrategy IncidentStrategy { get; }

    /// <summary>Who may enter.</summary>
    public EntryPolicy Entry { get; }

    /// <summary>The time zone its schedules are read in: from <c>customProperties.timeZone</c>, else the workspace's.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    internal GraphNode Root => _nodes[0];

    /// <summary>Whether scripts may ask what activities produced.</summary>
    internal bool RecordsOutputs { get; }

    internal int JournalHint { get; }

    /// <summary>A node by its activity's id; the first one where ids repeat in different containers. Null when there is none.</summary>
    /// <param name="activityId">The activity's id.</param>
    public GraphNode? Find(string activityId)
    {
        foreach (var node in _nodes)
        {
            if (string.Equals(node.ActivityId, activityId, StringComparison.Ordinal))
            {
                return node;
            }
        }
        return null;
    }

    internal GraphNode Node(int index) => _nodes[index];

    /// <summary>The triggers that may start the workflow.</summary>
    internal IEnumerable<Trigger> StartTriggers()
    {
        foreach (var node in _nodes)
        {
            if (node.Activity is Trigger { CanStartWorkflow: true } trigger)
            {
                yield return trigger;
            }
        }
    }
}
