using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Tables.Sheets;

namespace Workflows.Rules.Tables;

/// <summary>
/// Reads decision tables from CSV text, or from cells copied out of a spreadsheet: a header, then one row a rule. The
/// first column names the rows, and its header says the hit policy, after the table's name if it has one:
/// <c>points-by-tier: unique</c>.
/// </summary>
public static class TableReader
{
    /// <summary>The most rows a table may have.</summary>
    public const int MaxRows = 1_000;

    /// <summary>Reads a table; what its cells mean is checked when it is compiled.</summary>
    /// <param name="text">Separated by commas, semicolons or tabs, with or without a byte order mark, with any line ends.</param>
    /// <param name="name">The name where the sheet gives none.</param>
    /// <param name="policy">The policy where the sheet gives none; <see cref="HitPolicy.First"/> unless given.</param>
    /// <returns>The table, or all diagnostics.</returns>
    public static TableReading Read(string text, string name, HitPolicy policy = HitPolicy.First)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var sheet = Sheet.Read(text);
        if (sheet.UnclosedAt is { } line)
        {
            return Failed(
                $"line {line}",
                "A quotation mark is wrong: a quoted cell ends with one, and inside it each is written twice."
            );
        }

        if (sheet.Lines.Count < 2)
        {
            return Failed("A1", "A table has a header and at least one row.");
        }

        if (sheet.Lines.Count - 1 > MaxRows)
        {
            return Failed("A1", $"The table has {sheet.Lines.Count - 1} rows; at most {MaxRows} are allowed.");
        }

        var corner = Corner(sheet.Lines[0].Cells[0]);
        var first = corner is null ? 0 : 1;
        var columns = Columns(sheet.Lines[0].Cells, first);
        var table = new DecisionTable
        {
            Name = corner is { Name.Length: > 0 } ? corner.Value.Name : name,
            Policy = corner?.Policy ?? policy,
            Columns = columns,
            FirstColumn = first,
            Rows = [.. sheet.Lines.Skip(1).Select(row => Row(row, first, columns.Count))],
        };
        IReadOnlyList<Diagnostic> diagnostics =
        [
            .. sheet.Lines.Skip(1).Select(row => TooLong(row, first + columns.Count)).OfType<Diagnostic>(),
        ];
        return new TableReading(diagnostics.Count == 0 ? table : null, diagnostics);
    }

    /// <summary>Reads a header.</summary>
    /// <param name="header">A known word, an expression, or an expression in brackets behind a label: <c>Orders [contact.PaidOrderCount]</c>.</param>
    internal static TableColumn Column(string header)
    {
        if (header.Length == 0)
        {
            return new TableColumn(ColumnKind.Note, header);
        }

        if (HeaderWords.Column(header) is { } known)
        {
            return known;
        }

        var plain = HalfWidth.Of(header).TrimEnd();
        var open = plain.IndexOf('[', StringComparison.Ordinal);
        var isLabelled = open > 0 && plain[^1] == ']' && plain[open - 1] is ' ' or (> '\u007F');
        return new TableColumn(ColumnKind.Input, header, isLabelled ? plain[(open + 1)..^1].Trim() : plain.Trim());
    }

    internal static (string Name, HitPolicy? Policy)? Corner(string cell)
    {
        var plain = HalfWidth.Of(cell).Trim();
        var colon = plain.LastIndexOf(':');
        var last = plain[(colon + 1)..].Trim();
        return HeaderWords.Policy(last) is { } policy ? (colon < 0 ? "" : plain[..colon].Trim(), policy)
            : HeaderWords.NamesRows(plain) ? ("", null)
            : null;
    }

    private static List<TableColumn> Columns(IReadOnlyList<string> header, int first)
    {
        var named = header.Skip(first).ToList();
        // Spreadsheets like to export empty columns behind the last one.
        while (named.Count > 0 && named[^1].Length == 0)
        {
            named.RemoveAt(named.Count - 1);
        }

        return [.. named.Select(Column)];
    }

    private static TableRow Row(SheetLine line, int first, int columns) =>
        new(
            first == 0 ? "" : line.Cells[0],
            [.. Enumerable.Range(first, columns).Select(place => line.Cells.ElementAtOrDefault(place) ?? "")],
            line.Number
        );

    private static Diagnostic? TooLong(SheetLine line, int columns)
    {
        var place = line.Cells.Skip(columns).ToList().FindIndex(cell => cell.Length > 0);
        return place < 0
            ? null
            : new Diagnostic(
                TableDiagnosticCodes.TooManyCells,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The header has {columns} columns, this row has a cell behind them."
                ),
                SheetAddress.Of(columns + place, line.Number),
                Remedy: "Quote cells that contain the separator, or give the column a header."
            );
    }

    private static TableReading Failed(string path, string message) =>
        new(null, [new Diagnostic(TableDiagnosticCodes.BrokenSheet, message, path)]);
}
