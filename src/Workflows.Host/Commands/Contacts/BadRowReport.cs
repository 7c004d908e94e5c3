using System.Globalization;
using System.Text;
using CsvHelper;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Importing;
using Workflows.Rules.Validation;

namespace Workflows.Host.Commands.Contacts;

/// <summary>
/// The rows of a file that were not imported, in <c>FILE.errors.csv</c>: line, column, code, reason, what to do, the row itself.
/// Made with the first bad row; a resumed import adds to it.
/// </summary>
internal sealed class BadRowReport(string file, Language language) : IDisposable
{
    private CsvWriter? _csv;

    /// <summary>Where the report is, or null while every row was good.</summary>
    public string? Path { get; private set; }

    public void Add(BadRow row)
    {
        var csv = _csv ??= Begin();
        foreach (var mistake in row.Mistakes.Select(mistake => mistake.In(language)))
        {
            csv.WriteField(row.Line);
            csv.WriteField(mistake.Path);
            csv.WriteField(mistake.Code);
            csv.WriteField(mistake.Message);
            csv.WriteField(mistake.Remedy);
            csv.WriteField(row.Text.Length <= 1_000 ? row.Text : row.Text[..1_000] + "…");
            csv.NextRecord();
        }

        // What was told is on the disk before the batch is in the database.
        csv.Flush();
    }

    public void Dispose() => _csv?.Dispose();

    private CsvWriter Begin()
    {
        Path = file + ".errors.csv";
        var isNew = !File.Exists(Path);
        var csv = new CsvWriter(
            new StreamWriter(Path, append: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: isNew)),
            CultureInfo.InvariantCulture
        );
        if (isNew)
        {
            string[] header =
                language == Language.Chinese
                    ? ["行", "列", "代码", "原因", "怎么办", "原文"]
                    : ["line", "column", "code", "reason", "remedy", "row"];
            Array.ForEach(header, csv.WriteField);
            csv.NextRecord();
        }

        return csv;
    }
}
