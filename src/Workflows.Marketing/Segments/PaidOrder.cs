namespace Workflows.Marketing.Segments;

/// <summary>A paid order, as segment rules see it.</summary>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="Quantity">Pieces bought; at least 1.</param>
/// <param name="Amount">What was paid, in currency units.</param>
public sealed record PaidOrder(DateTimeOffset PaidAt, int Quantity, decimal Amount);
