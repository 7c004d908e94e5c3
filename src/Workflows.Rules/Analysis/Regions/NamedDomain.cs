using System.Collections.Immutable;

namespace Workflows.Rules.Analysis.Regions;

/// <summary>The values of a dimension without an order: texts, yes and no.</summary>
/// <param name="All">All values there are; null where any text may come.</param>
/// <param name="AdmitsNull">Whether there may be no value.</param>
internal sealed record NamedDomain(ImmutableSortedSet<string>? All, bool AdmitsNull)
{
    public const string Yes = "true";
    public const string No = "false";

    public static ImmutableSortedSet<string> Names(params IEnumerable<string> names) =>
        ImmutableSortedSet.CreateRange(StringComparer.Ordinal, names);

    public static NamedDomain Flag(bool admitsNull) => new(Names(No, Yes), admitsNull);

    public static NamedDomain Text { get; } = new(null, AdmitsNull: true);
}
