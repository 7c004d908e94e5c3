using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Catalog;

/// <summary>What the compiled program says about a question, without the judge's help.</summary>
/// <param name="Answer">The answer; null when it declines or when there are mistakes.</param>
/// <param name="Diagnostics">Every mistake in the rule set, seen with the types of the inputs.</param>
/// <param name="Declined">Why it cannot be proved to answer as the judge does; empty when it answers.</param>
public sealed record CompiledAnswer(
    RuleSetAnswer? Answer,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<string> Declined
);
