using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>A CSV file of who is in a distribution: <c>contact</c>, and optional <c>referrer</c>, <c>distributor</c> (yes or no), <c>joinedAt</c> and <c>level</c>.</summary>
/// <param name="Rows">The rows that can be understood, each with its line.</param>
/// <param name="Mistakes">The others; the path is the line and the column.</param>
public sealed record ReferralFile(IReadOnlyList<(int Line, ReferralRow Row)> Rows, IReadOnlyList<Diagnostic> Mistakes)
{
    private static readonly string[] Columns = ["contact", "referrer", "distributor", "joinedAt", "level"];
    private static readonly string[] Yes = ["yes", "true", "1", "是"];
    private static readonly string[] No = ["", "no", "false", "0", "否"];

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
    };

    /// <summary>Reads a file.</summary>
    public static ReferralFile Read(TextReader text)
    {
        using var csv = new CsvParser(text, Configuration, leaveOpen: true);
        if (!csv.Read() || csv.Record is not { } header)
        {
            return new ReferralFile([], [Mistake("1", "The file is empty.")]);
        }

        string[] names = [.. header.Select(name => name.Trim())];
        if (
            !names.Contains(Columns[0], StringComparer.OrdinalIgnoreCase)
            || names.Except(Columns, StringComparer.OrdinalIgnoreCase).Any()
        )
        {
            return new ReferralFile([], [Mistake("1", "The first line names the columns.")]);
        }

        List<(int, ReferralRow)> rows = [];
        List<Diagnostic> mistakes = [];
        while (csv.Read())
        {
            var line = csv.RawRow;
            if (Row(names, csv.Record!, out var wrong) is { } row)
            {
                rows.Add((line, row));
            }
            else
            {
                mistakes.Add(Mistake($"{line}: {wrong}", "The row cannot be understood."));
            }
        }

        return new ReferralFile(rows, mistakes);
    }

    private static ReferralRow? Row(string[] names, string[] cells, out string wrong)
    {
        string Cell(string name)
        {
            var index = Array.FindIndex(names, own => own.Equals(name, StringComparison.OrdinalIgnoreCase));
            return index >= 0 && index < cells.Length ? cells[index].Trim() : "";
        }

        var (distributor, joined, level) = (Cell("distributor"), Cell("joinedAt"), Cell("level"));
        DateTimeOffset at = default;
        var depth = 0;
        wrong =
            !Yes.Concat(No).Contains(distributor, StringComparer.OrdinalIgnoreCase) ? "distributor"
            : joined.Length > 0
            && !DateTimeOffset.TryParse(joined, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at)
                ? "joinedAt"
            : level.Length > 0 && !int.TryParse(level, NumberStyles.Integer, CultureInfo.InvariantCulture, out depth)
                ? "level"
            : "";
        return wrong.Length > 0
            ? null
            : new ReferralRow(
                Cell("contact"),
                Cell("referrer"),
                Yes.Contains(distributor, StringComparer.OrdinalIgnoreCase),
                joined.Length > 0 ? at : null,
                level.Length > 0 ? depth : null
            );
    }

    private static Diagnostic Mistake(string place, string message) =>
        new(ReferralCodes.Row, message, $"line {place}", Remedy: $"Columns are {string.Join(", ", Columns)}.");
}
