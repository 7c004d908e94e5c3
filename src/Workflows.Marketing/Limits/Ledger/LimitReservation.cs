namespace Workflows.Marketing.Limits.Ledger;

/// <summary>Everything a message that may be sent holds; known by its key, so that a second attempt counts nothing again.</summary>
/// <param name="Message">The message.</param>
/// <param name="Holds">What it holds, of each counter once.</param>
/// <param name="ExpiresAt">When nothing of it counts any more.</param>
public sealed record LimitReservation(MessageKey Message, IReadOnlyList<LimitHold> Holds, DateTimeOffset ExpiresAt)
{
    /// <summary>The counters it holds something of.</summary>
    internal IEnumerable<CounterKey> Counters =>
        Holds.Select(hold => new CounterKey(Message.Tenant, hold.Code, hold.Scope));

    /// <summary>When the first natural period of it ends: a message that is on its way then has to count in the next one, too.</summary>
    public DateTimeOffset CarryAt { get; init; } = DateTimeOffset.MaxValue;
}
