using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Catalog;

/// <summary>What came of publishing a document: its rule sets in their new versions, or all diagnostics.</summary>
/// <param name="RuleSets">The published rule sets, in the document's order; null when nothing was published.</param>
/// <param name="Diagnostics">Everything worth telling the author; errors exactly when nothing was published.</param>
public sealed record RuleSetPublication(
    IReadOnlyList<PublishedRuleSet>? RuleSets,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>Whether the document was published.</summary>
    [MemberNotNullWhen(true, nameof(RuleSets))]
    public bool Succeeded => RuleSets is not null;
}
