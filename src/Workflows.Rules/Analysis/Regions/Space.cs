namespace Workflows.Rules.Analysis.Regions;

/// <summary>The dimensions that the conditions of one analysis ask about.</summary>
internal sealed class Space
{
    private readonly List<Dimension> _dimensions = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _roots = new(StringComparer.Ordinal);

    public IReadOnlyList<Dimension> Dimensions => _dimensions;

    /// <summary>The place of a dimension, new or known; null when it would depend on those that are there.</summary>
    public int? Place(Dimension dimension)
    {
        if (_places.TryGetValue(dimension.Key, out var known))
        {
            return known;
        }

        if (!IsIndependent(dimension))
        {
            return null;
        }

        _dimensions.Add(dimension);
        return _places[dimension.Key] = _dimensions.Count - 1;
    }

    /// <summary>Whether a contact can lie in the box: a field that is missing is missing in all its dimensions.</summary>
    public bool IsPossible(Box box) =>
        box
            .Sets.Where(entry => _dimensions[entry.Key].Field.AdmitsNull && IsOrdered(_dimensions[entry.Key]))
            .GroupBy(entry => _dimensions[entry.Key].Field.Text, StringComparer.Ordinal)
            .All(sets => sets.All(entry => entry.Value.HasNull) || sets.All(entry => entry.Value.HasValue));

    /// <summary>The boxes in which a contact can lie.</summary>
    public Region Possible(Region region) => new([.. region.Boxes.Where(IsPossible)]);

    // Values and distances are independent as long as they form no circle: a - b, b - c and a - c do.
    private bool IsIndependent(Dimension dimension)
    {
        if (!IsOrdered(dimension))
        {
            return true;
        }

        var field = Root(dimension.Field.Text);
        var anchor = Root(dimension is Dimension.Distance distance ? distance.Anchor.Text : "");
        _roots[field] = anchor;
        return !string.Equals(field, anchor, StringComparison.Ordinal);
    }

    private string Root(string name)
    {
        while (_roots.TryGetValue(name, out var parent) && !string.Equals(parent, name, StringComparison.Ordinal))
        {
            name = parent;
        }

        return name;
    }

    private static bool IsOrdered(Dimension dimension) =>
        dimension is Dimension.Distance || dimension.Everything is OrderedSet;
}
