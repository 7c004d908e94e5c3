using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Model;

namespace Workflows.Rules.Tables;

/// <summary>What came of compiling a table.</summary>
/// <param name="RuleSet">The rule set, one rule a row; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything wrong with the table; paths are addresses in the sheet such as <c>B3</c>, spans are offsets in the cell.</param>
public sealed record TableCompilation(RuleSet? RuleSet, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a rule set.</summary>
    [MemberNotNullWhen(true, nameof(RuleSet))]
    public bool Succeeded => RuleSet is not null;
}
