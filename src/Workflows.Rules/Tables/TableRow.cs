namespace Workflows.Rules.Tables;

/// <summary>One row of a decision table.</summary>
/// <param name="Name">The name of its rule; empty for one that is named by its number.</param>
/// <param name="Cells">One text a column, in the order of the columns.</param>
/// <param name="Line">The row's number in the sheet, the header being 1; 0 for a row that comes from no sheet.</param>
public sealed record TableRow(string Name, IReadOnlyList<string> Cells, int Line = 0);
