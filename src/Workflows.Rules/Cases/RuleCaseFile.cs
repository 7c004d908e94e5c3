using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Cases;

/// <summary>What came of reading a <c>cases.json</c>.</summary>
/// <param name="RuleSet">The rule set the cases ask; null for the only one of the document beside them.</param>
/// <param name="Cases">The cases in the file's order; null when the file cannot be read.</param>
/// <param name="Diagnostics">Why it cannot be read; empty when it can.</param>
public sealed record RuleCaseFile(
    string? RuleSet,
    IReadOnlyList<RuleCase>? Cases,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>Whether there are cases to run.</summary>
    [MemberNotNullWhen(true, nameof(Cases))]
    public bool Succeeded => Cases is not null;
}
