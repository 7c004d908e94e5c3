namespace Workflows.Rules.Analysis.Regions;

/// <summary>A place between two neighbouring numbers: just before a value, or just after it.</summary>
/// <remarks>Ranges between cuts need no cases for open and closed ends.</remarks>
internal readonly record struct Cut(decimal Value, bool IsAfter) : IComparable<Cut>
{
    public static Cut Before(decimal value) => new(value, false);

    public static Cut After(decimal value) => new(value, true);

    public static bool operator <(Cut left, Cut right) => left.CompareTo(right) < 0;

    public static bool operator >(Cut left, Cut right) => left.CompareTo(right) > 0;

    public static bool operator <=(Cut left, Cut right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Cut left, Cut right) => left.CompareTo(right) >= 0;

    public int CompareTo(Cut other)
    {
        var order = Value.CompareTo(other.Value);
        return order == 0 ? IsAfter.CompareTo(other.IsAfter) : order;
    }
}
