using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;

namespace Workflows.Rules.Judging;

/// <summary>What came of a question to the judge: an answer, or the author's mistakes. A mistake is never "false".</summary>
/// <param name="Answer">The answer; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Every mistake in the rule set, seen with the types of these inputs.</param>
public sealed record RuleSetJudgement(RuleSetAnswer? Answer, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    public bool Succeeded => Answer is not null;
}
