using System.Collections.Immutable;

namespace Workflows.Rules.Analysis.Regions;

/// <summary>Some names, or all but some names.</summary>
internal sealed record NamedSet : ValueSet
{
    private NamedSet(NamedDomain domain, ImmutableSortedSet<string> names, bool isAllBut, bool hasNull)
    {
        Domain = domain;
        // Where all values are known, "all but" is a list as well: one way to write each set.
        Names = isAllBut && domain.All is { } all ? all.Except(names) : names;
        IsAllBut = isAllBut && domain.All is null;
        HasNull = hasNull && domain.AdmitsNull;
    }

    public NamedDomain Domain { get; }

    /// <summary>The names in the set, or those missing from it where <see cref="IsAllBut"/>.</summary>
    public ImmutableSortedSet<string> Names { get; }

    public bool IsAllBut { get; }

    public override bool HasNull { get; }

    public override bool HasValue => IsAllBut || !Names.IsEmpty;

    public override bool IsEmpty => !HasValue && !HasNull;

    public override bool IsEverything => Complement().IsEmpty;

    public static NamedSet Everything(NamedDomain domain) => new(domain, NamedDomain.Names(), true, hasNull: true);

    public static NamedSet Null(NamedDomain domain) => new(domain, NamedDomain.Names(), false, hasNull: true);

    public static NamedSet Of(NamedDomain domain, params IEnumerable<string> names) =>
        new(domain, NamedDomain.Names(names), false, hasNull: false);

    public override NamedSet Complement() => new(Domain, Names, !IsAllBut, !HasNull);

    public override NamedSet Intersect(ValueSet other)
    {
        var right = (NamedSet)other;
        var (names, isAllBut) = (IsAllBut, right.IsAllBut) switch
        {
            (false, false) => (Names.Intersect(right.Names), false),
            (false, true) => (Names.Except(right.Names), false),
            (true, false) => (right.Names.Except(Names), false),
            _ => (Names.Union(right.Names), true),
        };
        return new NamedSet(Domain, names, isAllBut, HasNull && right.HasNull);
    }

    public override NamedSet Union(ValueSet other) => Complement().Intersect(other.Complement()).Complement();

    public override NamedSet WithoutNull() => new(Domain, Names, IsAllBut, hasNull: false);
}
