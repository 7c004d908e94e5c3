namespace Workflows.Rules.Analysis.Regions;

/// <summary>Where a condition holds, and where it does not; where it fails at run time it does neither.</summary>
/// <param name="True">Contains every contact for which it holds.</param>
/// <param name="False">Contains every contact for which it does not hold.</param>
/// <param name="NotAnalysed">The parts that were not understood; empty exactly when both regions are exact.</param>
internal sealed record Truth(Region True, Region False, IReadOnlyList<Wording> NotAnalysed)
{
    public bool IsExact => NotAnalysed.Count == 0;

    public static Truth Of(bool value) =>
        value ? new Truth(Region.Everything, Region.Nothing, []) : new Truth(Region.Nothing, Region.Everything, []);

    public static Truth Unknown(Wording reason) => new(Region.Everything, Region.Everything, [reason]);

    public Truth Not() => new(False, True, NotAnalysed);

    /// <summary>Both, the second being asked only where the first holds.</summary>
    public Truth And(Truth other) =>
        new(
            True.Intersect(other.True),
            False.Union(True.Intersect(other.False)),
            [.. NotAnalysed, .. other.NotAnalysed]
        );

    public Truth Or(Truth other) => Not().And(other.Not()).Not();
}
