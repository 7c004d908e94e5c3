using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>A trigger that starts its workflow by time; each firing puts the next one into the queue.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Version">The version whose schedule this is.</param>
/// <param name="ActivityId">The trigger.</param>
public sealed record ScheduledStart(string DefinitionId, int Version, string ActivityId) : WorkPayload
{
    /// <summary>
    /// The work item for a schedule's next firing. It is a timer of a name made from the schedule, and the queue takes
    /// one timer of a name, so that all hosts may ask for it and it fires once.
    /// </summary>
    public static WorkItem Item(int tenant, TriggerEntry entry, DateTimeOffset dueAt)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Item(tenant, new ScheduledStart(entry.Graph.DefinitionId, entry.Graph.Version, entry.ActivityId), dueAt);
    }

    internal static WorkItem Item(int tenant, ScheduledStart schedule, DateTimeOffset dueAt)
    {
        var name = StimulusHash.Of(
            "Schedule",
            $"{tenant}\n{schedule.DefinitionId}\n{schedule.Version}\n{schedule.ActivityId}"
        );
        return new WorkItem
        {
            Tenant = tenant,
            Subject = name,
            Kind = WorkKind.Timer,
            DueAt = dueAt,
            InstanceId = name,
            BookmarkId = 0,
            Payload = schedule,
        };
    }

    /// <summary>Whether this is the trigger's schedule.</summary>
    public bool Names(TriggerEntry entry) => NamesAnyVersion(entry) && entry.Graph.Version == Version;

    /// <summary>Whether this is the schedule of the trigger in this or another version.</summary>
    public bool NamesAnyVersion(TriggerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return string.Equals(entry.ActivityId, ActivityId, StringComparison.Ordinal)
            && string.Equals(entry.Graph.DefinitionId, DefinitionId, StringComparison.Ordinal);
    }
}
