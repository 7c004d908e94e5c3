namespace Workflows.Benchmarks.Measuring;

/// <summary>How much work a figure is taken from.</summary>
internal sealed record Effort(int Rounds, double Scale)
{
    /// <summary>Figures worth quoting.</summary>
    public static Effort Full { get; } = new(Rounds: 7, Scale: 1);

    /// <summary>Shows that everything runs.</summary>
    public static Effort Quick { get; } = new(Rounds: 3, Scale: 0.1);

    /// <summary>A count of operations, scaled, at least one.</summary>
    public int Of(int count) => Math.Max(1, (int)(count * Scale));
}
