namespace Workflows.Rules.Analysis.Regions;

/// <summary>The numbers between two cuts; never empty.</summary>
internal readonly record struct Interval(Cut Low, Cut High)
{
    /// <summary>The only number of the interval, or null when there are more.</summary>
    public decimal? Single => !Low.IsAfter && High.IsAfter && Low.Value == High.Value ? Low.Value : null;
}
