namespace Workflows.Rules.Analysis.Regions;

/// <summary>The values of a dimension that has an order: numbers, instants (in ticks, UTC), durations (in ticks).</summary>
/// <param name="Lowest">The lowest value.</param>
/// <param name="Highest">The highest value.</param>
/// <param name="IsWhole">Whether only whole numbers exist, so that "more than 2" is "3 or more".</param>
/// <param name="AdmitsNull">Whether there may be no value.</param>
/// <param name="AdmitsNaN">Whether the value may be no number, which compares with nothing.</param>
internal sealed record OrderedDomain(decimal Lowest, decimal Highest, bool IsWhole, bool AdmitsNull, bool AdmitsNaN)
{
    public Cut Bottom => Cut.Before(Lowest);

    public Cut Top => Cut.After(Highest);

    /// <summary>The cut that separates the same values and is written the same way every time.</summary>
    public Cut Normal(Cut cut)
    {
        if (cut <= Bottom)
        {
            return Bottom;
        }

        if (cut >= Top)
        {
            return Top;
        }

        if (!IsWhole)
        {
            return cut;
        }

        var next = cut.IsAfter ? decimal.Floor(cut.Value) + 1 : decimal.Ceiling(cut.Value);
        return next > Highest ? Top : Cut.Before(next);
    }
}
