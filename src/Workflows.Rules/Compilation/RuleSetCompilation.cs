using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Compilation;

/// <summary>What came of compiling a rule set: a program, the author's mistakes, or reasons to leave it to the judge.</summary>
/// <param name="RuleSet">The program; null when there are mistakes or when the compiler declined.</param>
/// <param name="Diagnostics">Every mistake in the rule set.</param>
/// <param name="Declined">What could not be proved to give the judge's answer; empty when there is a program.</param>
public sealed record RuleSetCompilation(
    CompiledRuleSet? RuleSet,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<string> Declined
)
{
    /// <summary>Whether there is a program.</summary>
    [MemberNotNullWhen(true, nameof(RuleSet))]
    public bool Succeeded => RuleSet is not null;
}
