namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>A plain object that rules are asked about.</summary>
public sealed class Shopper
{
    public int Orders30d { get; init; }

    public int LastOrderDays { get; init; }

    public string Name { get; init; } = "Mei";
}
