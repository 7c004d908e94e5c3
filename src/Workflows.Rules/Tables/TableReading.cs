using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Tables;

/// <summary>What came of reading a table, from a sheet or from a rule set.</summary>
/// <param name="Table">The table; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything wrong with it; paths are addresses in the sheet such as <c>B3</c>.</param>
public sealed record TableReading(DecisionTable? Table, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a table.</summary>
    [MemberNotNullWhen(true, nameof(Table))]
    public bool Succeeded => Table is not null;
}
