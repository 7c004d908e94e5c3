using Workflows.Runtime.Durability;
using Workflows.Runtime.Journal;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>One time an activity failed and was tried again, as the journal tells.</summary>
internal sealed record RetryAttempt(
    string Id,
    string WorkflowInstanceId,
    string ActivityInstanceId,
    string ActivityId,
    int AttemptNumber,
    TimeSpan RetryDelay,
    DateTimeOffset Timestamp,
    IReadOnlyDictionary<string, object?> Details
)
{
    /// <summary>The attempts of one execution, oldest first.</summary>
    public static IReadOnlyList<RetryAttempt> Of(InstanceHistory history, int frameId)
    {
        var lines = history
            .Journal.SelectMany(row => row.Entries.Select(entry => (Row: row, Entry: entry)))
            .Where(line => line.Entry.Event == JournalEvent.Retrying && line.Entry.FrameId == frameId);
        return [.. lines.Select((line, index) => From(history, line.Row, line.Entry, index + 1))];
    }

    private static RetryAttempt From(InstanceHistory history, JournalRow row, JournalEntry entry, int number)
    {
        var instance = history.Instance;
        var id = new ActivityExecutionId(instance.Id, entry.FrameId).ToString();
        var details = entry.Data ?? new Dictionary<string, object?>(StringComparer.Ordinal);
        return new RetryAttempt(
            $"{id}-{number}",
            ElsaIds.Of(instance.Id),
            id,
            instance.Graph.Nodes[entry.NodeId].ActivityId,
            number,
            TimeSpan.TryParse(details.GetValueOrDefault("retryAfter") as string, out var delay) ? delay : default,
            row.At,
            details
        );
    }
}
