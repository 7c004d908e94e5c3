using Workflows.Runtime.Definitions;
using Workflows.Runtime.Journal;

namespace Workflows.Host.Commands;

/// <summary>One line of a run's journal.</summary>
internal sealed record WorkflowRunStep(
    string ActivityId,
    string ActivityType,
    JournalEvent Event,
    IReadOnlyList<string>? Outcomes,
    IReadOnlyDictionary<string, object?>? Data
)
{
    public static WorkflowRunStep From(JournalEntry entry, GraphNode node) =>
        new(node.ActivityId, node.ActivityType, entry.Event, entry.Outcomes?.Names, entry.Data);
}
