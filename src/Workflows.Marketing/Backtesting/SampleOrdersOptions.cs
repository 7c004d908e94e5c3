using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Backtesting;

/// <summary>Which sample orders to invent.</summary>
public sealed class SampleOrdersOptions
{
    /// <summary>How many customers.</summary>
    /// <value>The default value is 1,000.</value>
    [Range(1, 1_000_000)]
    public int Customers { get; set; } = 1_000;

    /// <summary>How many months the file covers.</summary>
    /// <value>The default value is 18.</value>
    [Range(1, 120)]
    public int Months { get; set; } = 18;

    /// <summary>What the orders are drawn from: the same seed gives the same file, on every machine.</summary>
    /// <value>The default value is 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>The first day.</summary>
    /// <value>The default value is 2021-01-01.</value>
    public DateOnly FirstDay { get; set; } = new(2021, 1, 1);
}
