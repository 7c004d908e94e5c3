using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Chooses numbers from sets that have some.</summary>
internal static class Numbers
{
    /// <summary>The number a person would name: the usual one if all are in, else an end of the first interval that has one.</summary>
    public static decimal Plainest(OrderedSet set, decimal usual)
    {
        if (set.Ranges is [var all] && all.Low <= set.Domain.Bottom && all.High >= set.Domain.Top)
        {
            return usual;
        }

        var domain = set.Domain;
        foreach (var range in set.Ranges)
        {
            if (range.Low > domain.Bottom)
            {
                return Lowest(range, domain.IsWhole);
            }

            if (range.High < domain.Top)
            {
                return Highest(range, domain.IsWhole);
            }
        }

        return usual;
    }

    public static decimal Lowest(Interval range, bool isWhole) =>
        !range.Low.IsAfter ? range.Low.Value
        : isWhole ? range.Low.Value + 1
        : Inside(range, range.Low.Value, 1);

    public static decimal Highest(Interval range, bool isWhole) =>
        range.High.IsAfter ? range.High.Value
        : isWhole ? range.High.Value - 1
        : Inside(range, range.High.Value, -1);

    // A round step from the open end if that is still inside, else the middle.
    private static decimal Inside(Interval range, decimal end, decimal step)
    {
        foreach (var size in new[] { 1m, 0.1m, 0.01m })
        {
            var candidate = end + step * size;
            if (Cut.Before(candidate) >= range.Low && Cut.After(candidate) <= range.High)
            {
                return candidate;
            }
        }

        return range.Low.Value + (range.High.Value - range.Low.Value) / 2;
    }
}
