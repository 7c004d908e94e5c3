namespace Workflows.Marketing.Messaging;

/// <summary>A request for messages to deliver.</summary>
/// <param name="Owner">Who will deliver them; a settlement by another owner is ignored.</param>
/// <param name="Count">How many at most, of the channels that are not in <see cref="Batches"/>.</param>
/// <param name="Now">The machine's time: messages that are new, or to be tried again, by now are given.</param>
/// <param name="Until">When they may be given to another owner.</param>
public sealed record MessageLease(string Owner, int Count, DateTimeOffset Now, DateTimeOffset Until)
{
    /// <summary>The journeys' time: what was deferred or submitted, and is due by it, is given. The machine's unless it is set.</summary>
    public DateTimeOffset Time { get; init; } = Now;

    /// <summary>Channels that take many at once, each with how many of its own messages are given at most; letter case does not count.</summary>
    public IReadOnlyDictionary<string, int> Batches { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, int>.Empty;
}
