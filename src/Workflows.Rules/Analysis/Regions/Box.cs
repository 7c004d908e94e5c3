using System.Collections.Immutable;

namespace Workflows.Rules.Analysis.Regions;

/// <summary>Contacts that lie in one set of values in every dimension; a dimension that is not named is unrestricted.</summary>
internal sealed record Box(ImmutableSortedDictionary<int, ValueSet> Sets)
{
    public static Box Everything { get; } = new(ImmutableSortedDictionary<int, ValueSet>.Empty);

    public static Box Of(int dimension, ValueSet set) =>
        set.IsEverything ? Everything : new Box(Everything.Sets.Add(dimension, set));

    /// <summary>The box with a narrower set in one dimension.</summary>
    public Box With(int dimension, ValueSet set) => new(Sets.SetItem(dimension, set));

    /// <summary>What both have in common; null when that is nothing.</summary>
    public Box? Intersect(Box other)
    {
        var sets = Sets.ToBuilder();
        foreach (var (dimension, set) in other.Sets)
        {
            var common = sets.TryGetValue(dimension, out var own) ? own.Intersect(set) : set;
            if (common.IsEmpty)
            {
                return null;
            }

            sets[dimension] = common;
        }

        return new Box(sets.ToImmutable());
    }

    public bool IsWithin(Box other) =>
        other.Sets.All(theirs => Sets.TryGetValue(theirs.Key, out var own) && own.IsWithin(theirs.Value));

    /// <summary>What is left without another box: boxes that have nothing in common.</summary>
    public IEnumerable<Box> Subtract(Box other)
    {
        if (Intersect(other) is null)
        {
            yield return this;
            yield break;
        }

        var rest = this;
        foreach (var (dimension, set) in other.Sets)
        {
            var outside = set.Complement();
            var own = rest.Sets.GetValueOrDefault(dimension);
            var left = own is null ? outside : own.Intersect(outside);
            if (!left.IsEmpty)
            {
                yield return rest.With(dimension, left);
            }

            rest = rest.With(dimension, own is null ? set : own.Intersect(set));
        }
    }

    /// <summary>Both as one box, where they differ in at most one dimension; null otherwise.</summary>
    public Box? Merge(Box other)
    {
        if (IsWithin(other))
        {
            return other;
        }

        if (other.IsWithin(this))
        {
            return this;
        }

        int? differing = null;
        foreach (var dimension in Sets.Keys.Union(other.Sets.Keys))
        {
            if (
                !Sets.TryGetValue(dimension, out var own)
                || !other.Sets.TryGetValue(dimension, out var theirs)
                || (!own.Same(theirs) && differing is not null)
            )
            {
                return null;
            }

            differing = own.Same(theirs) ? differing : dimension;
        }

        return differing is { } place ? Joined(place, Sets[place].Union(other.Sets[place])) : this;
    }

    private Box Joined(int dimension, ValueSet set) =>
        set.IsEverything ? new Box(Sets.Remove(dimension)) : With(dimension, set);
}
