namespace Workflows.Host.GroupBuys;

/// <summary>Refunds that the shop has given.</summary>
/// <param name="Keys">Their keys, at most 1,000.</param>
internal sealed record RefundKeys(IReadOnlyList<string>? Keys);
