namespace Workflows.Rules.Tests.Differential;

public sealed record Line(string Sku, int Qty, decimal Price);
