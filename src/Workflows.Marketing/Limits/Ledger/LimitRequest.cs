namespace Workflows.Marketing.Limits.Ledger;

/// <summary>What a change of the ledger has to see.</summary>
/// <param name="Counters">The counters, in no particular order.</param>
/// <param name="Messages">The messages whose reservations it reads or writes.</param>
public sealed record LimitRequest(IReadOnlyCollection<CounterKey> Counters, IReadOnlyCollection<MessageKey> Messages);
