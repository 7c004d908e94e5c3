using System.Collections.Immutable;

namespace Workflows.Rules.Analysis.Regions;

/// <summary>Ranges of an ordered dimension in ascending order, never touching, and the values outside of any order.</summary>
internal sealed record OrderedSet : ValueSet
{
    private OrderedSet(OrderedDomain domain, ImmutableArray<Interval> ranges, bool hasNull, bool hasNaN)
    {
        Domain = domain;
        Ranges = ranges;
        HasNull = hasNull && domain.AdmitsNull;
        HasNaN = hasNaN && domain.AdmitsNaN;
    }

    public OrderedDomain Domain { get; }

    public ImmutableArray<Interval> Ranges { get; }

    public bool HasNaN { get; }

    public override bool HasNull { get; }

    public override bool HasValue => !Ranges.IsEmpty || HasNaN;

    public override bool IsEmpty => !HasValue && !HasNull;

    public override bool IsEverything => Complement().IsEmpty;

    public static OrderedSet Everything(OrderedDomain domain) =>
        new(domain, [new Interval(domain.Bottom, domain.Top)], hasNull: true, hasNaN: true);

    public static OrderedSet Null(OrderedDomain domain) => new(domain, [], hasNull: true, hasNaN: false);

    /// <summary>The values between two cuts, without null.</summary>
    public static OrderedSet Between(OrderedDomain domain, Cut low, Cut high)
    {
        var range = new Interval(domain.Normal(low), domain.Normal(high));
        return new OrderedSet(domain, range.Low < range.High ? [range] : [], hasNull: false, hasNaN: false);
    }

    public static OrderedSet Below(OrderedDomain domain, Cut high) => Between(domain, domain.Bottom, high);

    public static OrderedSet Above(OrderedDomain domain, Cut low) => Between(domain, low, domain.Top);

    public override OrderedSet Complement()
    {
        var ranges = ImmutableArray.CreateBuilder<Interval>();
        var low = Domain.Bottom;
        foreach (var range in Ranges)
        {
            if (low < range.Low)
            {
                ranges.Add(new Interval(low, range.Low));
            }

            low = range.High;
        }

        if (low < Domain.Top)
        {
            ranges.Add(new Interval(low, Domain.Top));
        }

        return new OrderedSet(Domain, ranges.ToImmutable(), !HasNull, !HasNaN);
    }

    public override OrderedSet Intersect(ValueSet other)
    {
        var right = (OrderedSet)other;
        var ranges = ImmutableArray.CreateBuilder<Interval>();
        for (int i = 0, j = 0; i < Ranges.Length && j < right.Ranges.Length; )
        {
            var (a, b) = (Ranges[i], right.Ranges[j]);
            var low = a.Low > b.Low ? a.Low : b.Low;
            var high = a.High < b.High ? a.High : b.High;
            if (low < high)
            {
                ranges.Add(new Interval(low, high));
            }

            if (a.High < b.High)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new OrderedSet(Domain, ranges.ToImmutable(), HasNull && right.HasNull, HasNaN && right.HasNaN);
    }

    public override OrderedSet Union(ValueSet other) => Complement().Intersect(other.Complement()).Complement();

    public override OrderedSet WithoutNull() => new(Domain, Ranges, hasNull: false, HasNaN);
}
