using Workflows.Runtime.Definitions;
using Workflows.Runtime.Journal;

namespace Workflows.Host.Api;

/// <summary>One line of an instance's journal.</summary>
/// <param name="Sequence">Its place in the instance's history, from 1.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="Event">What happened: Started, Completed, Suspended, Faulted …</param>
/// <param name="At">The time of the turn.</param>
/// <param name="Outcomes">The outcomes it completed with, where it named any.</param>
/// <param name="Data">What the activity wrote for the reader.</param>
internal sealed record JournalBody(
    int Sequence,
    string ActivityId,
    string ActivityType,
    JournalEvent Event,
    DateTimeOffset At,
    IReadOnlyList<string>? Outcomes,
    IReadOnlyDictionary<string, object?>? Data
)
{
    public static JournalBody From(DateTimeOffset at, JournalEntry entry, GraphNode node) =>
        new(entry.Sequence, node.ActivityId, node.ActivityType, entry.Event, at, entry.Outcomes?.Names, entry.Data);
}
