namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Somebody wants a seat, and the shop has their payment.</summary>
/// <param name="Key">The shop's key: the same key again is the same request.</param>
/// <param name="ContactId">Who.</param>
/// <param name="Order">The order's number in the shop.</param>
/// <param name="Paid">What the shop took, in currency units; null for what the seat costs.</param>
/// <param name="At">When.</param>
public sealed record SeatRequest(string Key, Guid ContactId, string Order, decimal? Paid, DateTimeOffset At)
{
    /// <summary>Whether nobody had seen the customer before the team was opened (S2-27).</summary>
    public bool IsNewCustomer { get; init; }
}
