namespace Workflows.Marketing.Contacts;

/// <summary>A line of an order: pieces of one product.</summary>
/// <param name="Sku">The product's key in the shop; 1–64 characters.</param>
/// <param name="Quantity">Pieces, from 1.</param>
/// <param name="Amount">What was paid for the line, in currency units, from 0.</param>
/// <param name="Name">What the shop called the product then, or null.</param>
public sealed record OrderLine(string Sku, int Quantity, decimal Amount, string? Name = null);
