using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Explaining;

/// <summary>What came of preparing explanations: an explainer, or the author's mistakes.</summary>
/// <param name="Explainer">The explainer; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Every mistake in the rule set, seen with the types of the inputs.</param>
public sealed record RuleSetExplaining(RuleSetExplainer? Explainer, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is an explainer.</summary>
    [MemberNotNullWhen(true, nameof(Explainer))]
    public bool Succeeded => Explainer is not null;
}
