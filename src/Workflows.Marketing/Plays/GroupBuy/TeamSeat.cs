namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>A seat that somebody took in a team.</summary>
/// <param name="Number">Which one it was, from 1, in the order they were taken; never given twice.</param>
/// <param name="Place">Where they sit, from 1 to the team's capacity; the database refuses a second one there.</param>
/// <param name="Key">The shop's key of the request that took it.</param>
/// <param name="ContactId">Who took it.</param>
/// <param name="Order">The order's number in the shop.</param>
/// <param name="Role">Leader or member.</param>
/// <param name="Paid">What was paid on taking it.</param>
/// <param name="TakenAt">When.</param>
public sealed record TeamSeat(
    int Number,
    int Place,
    string Key,
    Guid ContactId,
    string Order,
    SeatRole Role,
    decimal Paid,
    DateTimeOffset TakenAt
)
{
    /// <summary>What became of it.</summary>
    public SeatStatus Status { get; init; } = SeatStatus.Held;

    /// <summary>What it costs in the end; null until the team is settled.</summary>
    public decimal? Price { get; init; }

    /// <summary>Whether nobody had seen the customer before the team was opened (S2-27).</summary>
    public bool IsNewCustomer { get; init; }

    /// <summary>The free order's number in its campaign, from 1; null where it was not drawn.</summary>
    public int? FreeOrder { get; init; }

    /// <summary>Whether it is taken.</summary>
    public bool IsHeld => Status == SeatStatus.Held;
}
