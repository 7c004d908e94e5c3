namespace Workflows.Rules.Tables.Sheets;

/// <summary>One line of a sheet.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Cells">Its cells, without blanks around them.</param>
internal sealed record SheetLine(int Number, IReadOnlyList<string> Cells);
