namespace Workflows.Marketing.Journeys.Cases;

/// <summary>An order of another customer, which an order feed may tell.</summary>
/// <param name="At">When it was paid.</param>
/// <param name="Name">What the customer is called; absent where nobody knows.</param>
/// <param name="Product">The product; absent for any.</param>
/// <param name="Quantity">How many pieces; 1 unless given.</param>
/// <param name="Amount">What was paid, in currency units.</param>
public sealed record JourneyCaseOrder(
    DateTimeOffset At,
    string? Name = null,
    string? Product = null,
    int Quantity = 1,
    decimal Amount = 0m
);
