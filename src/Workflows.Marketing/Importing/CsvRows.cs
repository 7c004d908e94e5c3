using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Importing;

/// <summary>The rows of a CSV file with a header.</summary>
internal static class CsvRows
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        CacheFields = false,
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
    };

    public static IEnumerable<ImportRow> Read(Stream stream, ImportOptions options)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, true, 64 * 1024, leaveOpen: true);
        using var csv = new CsvParser(text, Configuration, leaveOpen: true);
        if (!csv.Read() || csv.Record is not { } header)
        {
            yield break;
        }

        var columns = new ImportColumns(header);
        if (columns.Mistake is { } mistake)
        {
            yield return new ImportRow(1, stream.Position, null, [mistake], csv.RawRecord.TrimEnd());
            yield break;
        }

        var cells = new ImportCells(options);
        while (csv.Read())
        {
            var record = csv.Record!;
            if (record.Length > 1 || record[0].Length > 0)
            {
                yield return Row(csv, record, columns, cells, options, stream.Position);
            }
        }
    }

    private static ImportRow Row(
        CsvParser csv,
        string[] record,
        ImportColumns columns,
        ImportCells cells,
        ImportOptions options,
        long position
    )
    {
        if (record.Length > columns.Count)
        {
            var tooMany = new Diagnostic(
                "IMP002",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The row has {record.Length} fields, the header {columns.Count}."
                ),
                "row"
            );
            return Bad([tooMany]);
        }

        var (item, mistakes) = cells.Read(columns, record);
        if (item is { } read && mistakes.Count == 0)
        {
            (item, mistakes) = RowCheck.Of(read, options);
        }

        return mistakes.Count == 0 ? new ImportRow(csv.RawRow, position, item, [], null) : Bad(mistakes);

        ImportRow Bad(IReadOnlyList<Diagnostic> found) =>
            new(csv.RawRow, position, null, found, csv.RawRecord.TrimEnd('\r', '\n'));
    }
}
