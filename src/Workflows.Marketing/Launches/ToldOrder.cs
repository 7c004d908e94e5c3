namespace Workflows.Marketing.Launches;

/// <summary>One order, as an order feed tells it.</summary>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="Name">What its customer is called; null where nobody knows.</param>
/// <param name="Pieces">How many pieces.</param>
/// <param name="Amount">What was paid and kept, in currency units.</param>
public sealed record ToldOrder(DateTimeOffset PaidAt, string? Name, int Pieces, decimal Amount);
