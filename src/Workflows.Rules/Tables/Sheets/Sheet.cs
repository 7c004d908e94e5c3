using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Workflows.Rules.Tables.Sheets;

/// <summary>The lines of a CSV text, as a spreadsheet exports it or as it is copied out of one.</summary>
/// <param name="Lines">The lines that are not blank, with their numbers from 1.</param>
/// <param name="UnclosedAt">The number of the line with a quotation mark that is wrong; null when all are right.</param>
internal sealed record Sheet(IReadOnlyList<SheetLine> Lines, int? UnclosedAt)
{
    private static readonly string[] Separators = ["\t", ",", ";", "，", "；"];

    /// <summary>Reads text separated by commas, semicolons or tabs, whichever the first line has most of.</summary>
    public static Sheet Read(string text)
    {
        var lines = new List<SheetLine>();
        int? bad = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separator(text),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MissingFieldFound = null,
            BadDataFound = found => bad ??= found.Context.Parser?.RawRow,
        };
        using var parser = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), configuration);
        for (var number = 1; parser.Read(); number++)
        {
            string[] cells = [.. parser.Record!.Select(cell => FormulaGuard.Read(cell.Trim()))];
            if (cells.Any(cell => cell.Length > 0))
            {
                lines.Add(new SheetLine(number, cells));
            }
        }

        return new Sheet(lines, bad);
    }

    /// <summary>Writes lines as RFC 4180 has them; what a spreadsheet would run as a formula becomes text.</summary>
    public static string Write(IEnumerable<IReadOnlyList<string>> lines)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (
            var writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" })
        )
        {
            foreach (var line in lines)
            {
                foreach (var cell in line)
                {
                    writer.WriteField(FormulaGuard.Write(cell));
                }

                writer.NextRecord();
            }
        }

        return text.ToString();
    }

    private static string Separator(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        var header = end < 0 ? text : text[..end];
        return Separators.MaxBy(separator => Count(header, separator[0]))!;
    }

    private static int Count(string header, char separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var letter in header)
        {
            isQuoted ^= letter == '"';
            count += !isQuoted && letter == separator ? 1 : 0;
        }

        return count;
    }
}
