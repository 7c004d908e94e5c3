using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Journal;

/// <summary>One execution of an activity as a viewer shows it, put together from the journal. Its members are named as Elsa's execution records are.</summary>
public sealed record ActivityExecution
{
    /// <summary>Identifies the execution; see <see cref="ActivityExecutionId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The instance, as 32 hexadecimal digits.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The ids from the workflow down to the activity, joined by colons.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>The activity's type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>The version of that type.</summary>
    public required int ActivityTypeVersion { get; init; }

    /// <summary>The activity's name; null when it has none.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Its inputs by name: what the definition says, and what was evaluated. Secrets are stars.</summary>
    public IReadOnlyDictionary<string, object?> ActivityState { get; init; } = NoInput.Values;

    /// <summary>What it wrote for the reader, and under <c>Outcomes</c> the outcomes it completed with.</summary>
    public IReadOnlyDictionary<string, object?> Payload { get; init; } = NoInput.Values;

    /// <summary>Its outputs by name.</summary>
    public IReadOnlyDictionary<string, object?> Outputs { get; init; } = NoInput.Values;

    /// <summary>Always empty; viewers expect it.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; init; } = NoInput.Values;

    /// <summary>Always empty; viewers expect it.</summary>
    public IReadOnlyDictionary<string, object?> Metadata { get; init; } = NoInput.Values;

    /// <summary>What stopped it; null when nothing did.</summary>
    public ActivityFailure? Exception { get; init; }

    /// <summary>The turn it began in.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The turn it ended in; null while it has not.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Whether it waits.</summary>
    public bool HasBookmarks { get; init; }

    /// <summary>Where it stands.</summary>
    public ActivityStatus Status { get; init; }

    /// <summary>How many incidents there are in it and below it.</summary>
    public int AggregateFaultCount { get; init; }

    /// <summary>The execution after which it was scheduled: the one before it, or the one around it; null for the workflow itself.</summary>
    public string? SchedulingActivityExecutionId { get; init; }

    /// <summary>The activity of that execution.</summary>
    public string? SchedulingActivityId { get; init; }

    /// <summary>How many executions led to it.</summary>
    public int CallStackDepth { get; init; }
}
