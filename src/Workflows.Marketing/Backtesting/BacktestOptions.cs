namespace Workflows.Marketing.Backtesting;

/// <summary>What a back-test looks at.</summary>
public sealed record BacktestOptions
{
    /// <summary>The day whose beginning ends the back-test; orders of that day count, later ones do not.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The workspace's time zone.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>How many contacts are played at the same time. The default is one a processor.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>The contact attribute that names the tier. The default is <c>tier</c>.</summary>
    public string TierAttribute { get; init; } = "tier";
}
