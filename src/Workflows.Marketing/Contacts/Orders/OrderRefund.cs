namespace Workflows.Marketing.Contacts;

/// <summary>Money of an order given back.</summary>
/// <param name="EventId">The event that said so, in the order's source: one event is one refund.</param>
/// <param name="Amount">Currency units, more than 0; null for all of the order.</param>
public sealed record OrderRefund(string EventId, decimal? Amount);
