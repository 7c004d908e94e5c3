namespace Workflows.Marketing.Backtesting;

/// <summary>One recorded order.</summary>
/// <param name="OrderId">The order's id; unique in its file.</param>
/// <param name="CustomerId">Who ordered: the contact's <c>external_userid</c>.</param>
/// <param name="PaidOn">The day it was paid, in the workspace's time zone.</param>
/// <param name="Quantity">Pieces, from 1.</param>
/// <param name="Amount">Currency units, from 0.</param>
public sealed record Order(string OrderId, string CustomerId, DateOnly PaidOn, int Quantity, decimal Amount);
