using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Analysis;

/// <summary>What came of analysing a rule set.</summary>
/// <param name="RuleSet">The rule set's name.</param>
/// <param name="Findings">Everything found, the worst first; null when the rule set has errors.</param>
/// <param name="NotAnalysed">What was not understood, and therefore not judged; empty when the findings are all there are.</param>
/// <param name="Diagnostics">The mistakes of the rule set.</param>
public sealed record RuleSetAnalysis(
    string RuleSet,
    IReadOnlyList<Finding>? Findings,
    IReadOnlyList<Wording> NotAnalysed,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>Whether the rule set could be analysed.</summary>
    [MemberNotNullWhen(true, nameof(Findings))]
    public bool Succeeded => Findings is not null;
}
