using System.Collections.Immutable;

namespace Workflows.Rules.Analysis.Regions;

/// <summary>All contacts that lie in one of some boxes.</summary>
internal sealed record Region(ImmutableArray<Box> Boxes)
{
    /// <summary>The most boxes a region may have; what needs more is not analysed.</summary>
    public const int MostBoxes = 2_000;

    public static Region Nothing { get; } = new(ImmutableArray<Box>.Empty);

    public static Region Everything { get; } = new([Box.Everything]);

    public bool IsNothing => Boxes.IsEmpty;

    public static Region Of(int dimension, ValueSet set) =>
        set.IsEmpty ? Nothing : new Region([Box.Of(dimension, set)]);

    /// <exception cref="TooManyBoxesException">The region needs more than <see cref="MostBoxes"/>.</exception>
    public Region Intersect(Region other) =>
        Bounded(Boxes.SelectMany(left => other.Boxes.Select(left.Intersect)).OfType<Box>());

    /// <exception cref="TooManyBoxesException">As above.</exception>
    public Region Union(Region other) => Bounded(Boxes.Concat(other.Boxes));

    /// <exception cref="TooManyBoxesException">As above.</exception>
    public Region Subtract(Region other) =>
        other.Boxes.Aggregate(this, (rest, box) => Bounded(rest.Boxes.SelectMany(own => own.Subtract(box))));

    // Merging keeps regions small, and gives one row of a table for "1 or 2" written as two conditions.
    private static Region Bounded(IEnumerable<Box> boxes)
    {
        var merged = new List<Box>();
        foreach (var box in boxes)
        {
            Add(merged, box);
            if (merged.Count > MostBoxes)
            {
                throw new TooManyBoxesException();
            }
        }

        return new Region([.. merged]);
    }

    private static void Add(List<Box> merged, Box box)
    {
        for (var index = 0; index < merged.Count; index++)
        {
            if (merged[index].Merge(box) is { } joined)
            {
                // What grew may now join others; it never grows more often than there are boxes.
                merged.RemoveAt(index);
                box = joined;
                index = -1;
            }
        }

        merged.Add(box);
    }
}
