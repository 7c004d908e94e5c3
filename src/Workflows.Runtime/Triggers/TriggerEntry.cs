using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Triggers;

/// <summary>One way into a published workflow.</summary>
/// <param name="Graph">The published graph.</param>
/// <param name="ActivityId">The trigger's activity, where the instance starts.</param>
/// <param name="Name">The stimulus name.</param>
/// <param name="Hash">The stimulus it answers; null for a schedule.</param>
/// <param name="Payload">What it answers, readable.</param>
public sealed record TriggerEntry(WorkflowGraph Graph, string ActivityId, string Name, Guid? Hash, object? Payload)
{
    internal Trigger? Trigger { get; init; }

    /// <summary>Whether it starts the workflow by time.</summary>
    public bool IsScheduled => Hash is null;

    /// <summary>Whether a stimulus that it answers starts the workflow, judged by what the stimulus carries.</summary>
    /// <param name="stimulus">What happened.</param>
    public bool Admits(Stimulus stimulus) => Trigger?.IsStartedBy(new TriggerIndexingContext(Graph), stimulus) != false;

    /// <summary>The next scheduled start strictly after an instant; null for none.</summary>
    /// <param name="after">The instant.</param>
    public DateTimeOffset? NextOccurrence(DateTimeOffset after) =>
        Trigger?.NextOccurrence(new TriggerIndexingContext(Graph), after);
}
