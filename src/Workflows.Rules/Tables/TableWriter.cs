using Workflows.Rules.Tables.Sheets;

namespace Workflows.Rules.Tables;

/// <summary>Writes decision tables as CSV that spreadsheets open and <see cref="TableReader"/> reads back.</summary>
public static class TableWriter
{
    /// <summary>Writes a table as RFC 4180 has it; a cell that a spreadsheet would run as a formula gets an apostrophe.</summary>
    public static string Write(DecisionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        IReadOnlyList<string> header =
        [
            $"{table.Name}: {HeaderWords.Of(table.Policy)}",
            .. table.Columns.Select(column => column.Header),
        ];
        return Sheet.Write([header, .. table.Rows.Select(row => (string[])[row.Name, .. row.Cells])]);
    }
}
