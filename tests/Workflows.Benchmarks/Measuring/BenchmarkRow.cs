namespace Workflows.Benchmarks.Measuring;

/// <summary>One measured figure.</summary>
/// <param name="Group">The group it belongs to.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">What <paramref name="Value"/> counts, e.g. <c>µs/run</c>.</param>
/// <param name="Value">The median of several rounds.</param>
/// <param name="Bytes">Bytes allocated per operation; null where the figure is not about operations of this process.</param>
/// <param name="Reference">What to compare with, in the same unit, taken in the same run or stated by the name; null for none.</param>
internal sealed record BenchmarkRow(
    string Group,
    string Name,
    string Unit,
    double Value,
    double? Bytes = null,
    double? Reference = null
)
{
    /// <summary>What else there is to say; null for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the figure is not what is asked of it: the program then ends with an error.</summary>
    public bool IsMiss { get; init; }

    /// <summary><see cref="Value"/> divided by <see cref="Reference"/>.</summary>
    public double? Ratio => Reference is > 0 ? Value / Reference : null;
}
