namespace Workflows.Rules.Cases.Coverage;

/// <summary>What the cases of a rule set leave untried.</summary>
/// <param name="UnreachedRules">The rules that hold in no case, in the document's order.</param>
/// <param name="OneSided">The comparisons that come out the same way in all cases.</param>
public sealed record RuleCoverage(IReadOnlyList<string> UnreachedRules, IReadOnlyList<OneSidedComparison> OneSided)
{
    /// <summary>Whether every rule is reached and every comparison is tried on both sides.</summary>
    public bool IsComplete => UnreachedRules.Count == 0 && OneSided.Count == 0;
}
