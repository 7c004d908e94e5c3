using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis;

/// <summary>Knows what is true of every contact anyway, and so not worth saying of some.</summary>
/// <param name="possible">All contacts there can be.</param>
internal sealed class Ordinary(Region possible)
{
    private readonly Dictionary<int, ValueSet?> _usual = [];

    /// <summary>The contacts of a region that there can be.</summary>
    public Region Within(Region region) => region.Intersect(possible);

    /// <summary>The dimensions in which a box says something, without values that nobody has.</summary>
    public IEnumerable<KeyValuePair<int, ValueSet>> Telling(Box box)
    {
        foreach (var (place, set) in box.Sets)
        {
            if (Usual(place) is not { } usual)
            {
                yield return KeyValuePair.Create(place, set);
            }
            else if (!usual.IsWithin(set))
            {
                yield return KeyValuePair.Create(place, set.Intersect(usual));
            }
        }
    }

    // Null where every value is possible.
    private ValueSet? Usual(int place)
    {
        if (!_usual.TryGetValue(place, out var usual))
        {
            usual =
                !possible.IsNothing && possible.Boxes.All(box => box.Sets.ContainsKey(place))
                    ? possible.Boxes.Select(box => box.Sets[place]).Aggregate((all, set) => all.Union(set))
                    : null;
            _usual[place] = usual;
        }

        return usual;
    }
}
