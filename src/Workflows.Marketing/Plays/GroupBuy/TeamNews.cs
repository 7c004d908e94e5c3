namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Something that has to be told outside of the team's commit: kept with it, delivered afterwards until it arrives.</summary>
/// <param name="Key">Its name; the database refuses the second one, and the receiver can.</param>
/// <param name="At">When it happened.</param>
public abstract record TeamNews(string Key, DateTimeOffset At)
{
    /// <summary>A contact learns something: an event that starts and wakes journeys.</summary>
    /// <param name="Key">Its name: the event's id.</param>
    /// <param name="At">When it happened.</param>
    /// <param name="ContactId">Who.</param>
    /// <param name="Type">One of <see cref="GroupBuyEvents"/>.</param>
    /// <param name="Data">The event's data, a JSON object.</param>
    public sealed record Told(string Key, DateTimeOffset At, Guid ContactId, string Type, string Data)
        : TeamNews(Key, At);

    /// <summary>The shop has to give money back: a command with a key, so that it gives it once.</summary>
    /// <param name="Key">Its name: the idempotency key.</param>
    /// <param name="At">When it was decided.</param>
    /// <param name="Campaign">The campaign.</param>
    /// <param name="Team">The team.</param>
    /// <param name="Order">The order's number in the shop.</param>
    /// <param name="Amount">How much, in currency units.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Refund(
        string Key,
        DateTimeOffset At,
        string Campaign,
        Guid Team,
        string Order,
        decimal Amount,
        RefundReason Reason
    ) : TeamNews(Key, At);
}
