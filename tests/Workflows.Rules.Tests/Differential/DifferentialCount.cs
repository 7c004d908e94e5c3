using Workflows.Rules.Catalog;

namespace Workflows.Rules.Tests.Differential;

/// <summary>Counts what a comparison saw, so that one that sees nothing does not pass.</summary>
internal sealed class DifferentialCount
{
    public int Questions { get; private set; }

    /// <summary>Questions that the judge answers.</summary>
    public int Judged { get; private set; }

    /// <summary>Of those, the ones that the compiled program answers, too.</summary>
    public int Compiled { get; private set; }

    /// <summary>Questions in which something failed at run time.</summary>
    public int Faulted { get; private set; }

    public void Add(RuleSetAnswer? judged, RuleSetAnswer? compiled)
    {
        Questions++;
        Judged += judged is null ? 0 : 1;
        Compiled += compiled is null ? 0 : 1;
        Faulted += judged?.Results.Any(IsFaulted) == true ? 1 : 0;
    }

    public override string ToString() =>
        $"{Questions} questions, {Judged} answered by the judge, {Compiled} of them by the program, {Faulted} with faults";

    private static bool IsFaulted(RuleResult result) => result.IsFaulted || result.Children.Any(IsFaulted);
}
