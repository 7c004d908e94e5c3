using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Durability;

/// <summary>What one turn did to one instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Revision">The instance's revision after the turn.</param>
/// <param name="Subject">The instance's subject.</param>
/// <param name="At">The turn's time.</param>
/// <param name="Entries">What happened, in order.</param>
public sealed record JournalRow(
    Guid InstanceId,
    int Revision,
    Guid Subject,
    DateTimeOffset At,
    IReadOnlyList<JournalEntry> Entries
);
