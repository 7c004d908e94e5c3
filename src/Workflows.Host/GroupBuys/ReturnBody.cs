namespace Workflows.Host.GroupBuys;

/// <summary>A customer wants their money back.</summary>
/// <param name="Order">The order's number in the shop.</param>
internal sealed record ReturnBody(string? Order);
