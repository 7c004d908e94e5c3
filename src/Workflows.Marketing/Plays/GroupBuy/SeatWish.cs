using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What the shop says when a customer has paid for a seat.</summary>
/// <param name="Key">The shop's key, 1 to 64 characters: the same key again is the same request.</param>
/// <param name="Contact">The customer's names.</param>
/// <param name="Order">The order's number in the shop, 1 to 64 characters.</param>
/// <param name="Paid">What the shop took, in currency units; null for what the seat costs.</param>
public sealed record SeatWish(string Key, ContactIdentities Contact, string Order, decimal? Paid);
