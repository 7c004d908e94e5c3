using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Importing;
using Workflows.Marketing.Journeys;

namespace Workflows.Host.Commands.Contacts;

/// <summary>
/// The rows of a file that were not imported, in <c>FILE.errors.csv</c>: line, column, code, reason, what to do, the row itself.
/// Made with the first bad row; a resumed import goes on with it where the import goes on.
/// </summary>
internal sealed class BadRowReport(string file, Language language) : IDisposable
{
    private static readonly CsvConfiguration Reading = new(CultureInfo.InvariantCulture) { BadDataFound = null };
    private readonly string _path = file + ".errors.csv";
    private CsvWriter? _csv;

    /// <summary>Where the report is, or null while every row was good.</summary>
    public string? Path { get; private set; }

    /// <summary>Takes over what an earlier run told up to a line. What it told behind that was not written, and is told again.</summary>
    /// <param name="line">The last line that is settled; 0 at the beginning of the file.</param>
    public void GoOnAfter(long line)
    {
        if (!File.Exists(_path))
        {
            return;
        }

        var kept = _path + ".new";
        if (Keep(line, kept))
        {
            File.Move(kept, _path, overwrite: true);
            Path = _path;
        }
        else
        {
            File.Delete(kept);
            File.Delete(_path);
        }
    }

    public void Add(BadRow row)
    {
        var csv = _csv ??= Begin();
        foreach (var mistake in row.Mistakes.Select(mistake => JourneyMessages.In(mistake, language)))
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

    private bool Keep(long line, string target)
    {
        using var report = new CsvParser(new StreamReader(_path, Encoding.UTF8), Reading);
        using var kept = new StreamWriter(
            target,
            append: false,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        var rows = 0;
        for (var isHeader = true; report.Read(); isHeader = false)
        {
            if (isHeader || (long.TryParse(report[0], CultureInfo.InvariantCulture, out var told) && told <= line))
            {
                kept.Write(report.RawRecord);
                rows += isHeader ? 0 : 1;
            }
        }

        return rows > 0;
    }

    private CsvWriter Begin()
    {
        Path = _path;
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
