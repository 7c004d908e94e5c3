using Workflows.Runtime.Journal;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>One line of an instance's journal.</summary>
internal sealed record JournalRecord(
    string Id,
    string ActivityInstanceId,
    string? ParentActivityInstanceId,
    string ActivityId,
    string ActivityType,
    int ActivityTypeVersion,
    string? ActivityName,
    string NodeId,
    DateTimeOffset Timestamp,
    int Sequence,
    string EventName,
    string? Message,
    IReadOnlyDictionary<string, object?>? ActivityState,
    IReadOnlyDictionary<string, object?>? Payload
)
{
    public static JournalRecord From(InstanceHistory history, DateTimeOffset at, JournalEntry entry)
    {
        var instance = history.Instance;
        var node = instance.Graph.Nodes[entry.NodeId];
        var isFault = entry.Event is JournalEvent.Faulted or JournalEvent.Retrying;
        return new JournalRecord(
            new ActivityExecutionId(instance.Id, entry.Sequence).ToString(),
            new ActivityExecutionId(instance.Id, entry.FrameId).ToString(),
            entry.ParentFrameId == 0 ? null : new ActivityExecutionId(instance.Id, entry.ParentFrameId).ToString(),
            node.ActivityId,
            node.ActivityType,
            node.Activity.Version,
            node.ActivityName,
            node.Path,
            at,
            entry.Sequence,
            entry.Event.ToString(),
            isFault ? instance.Incidents.LastOrDefault(incident => incident.FrameId == entry.FrameId)?.Message : null,
            entry.Values?.Inputs,
            ExecutionPayload.Of(entry.Outcomes?.Names, entry.Data)
        );
    }
}
