using Workflows.Host.Api;

namespace Workflows.Host.Commands.Rules;

/// <summary>What <c>rules diff --json</c> prints.</summary>
/// <param name="Comparison">What changed, and for whom.</param>
/// <param name="Customers">How many customers of a file fall elsewhere; absent without one.</param>
internal sealed record DiffAnswer(ComparisonBody Comparison, CustomerMovements? Customers);
