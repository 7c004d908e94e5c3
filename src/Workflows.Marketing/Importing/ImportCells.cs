using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>The fields of a CSV row as an event.</summary>
internal sealed class ImportCells(ImportOptions options)
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy/M/d",
        "yyyy/M/d H:mm",
        "yyyy/M/d H:mm:ss",
    ];

    public (ContactEvent? Event, IReadOnlyList<Diagnostic> Mistakes) Read(ImportColumns columns, string[] record)
    {
        List<ContactIdentity> identities = [];
        List<Diagnostic> mistakes = [];
        var draft = new ContactDraft();
        foreach (var column in columns.All)
        {
            var text = column.Place < record.Length ? record[column.Place].Trim() : "";
            if (text.Length > 0)
            {
                Take(column, text, columns.IsEvents, identities, draft, mistakes);
            }
        }

        if (mistakes.Count > 0)
        {
            return (null, mistakes);
        }

        return columns.IsEvents
            ? (draft.ToEvent([.. identities]), [])
            : (draft.ToContact([.. identities], options.Now), []);
    }

    private void Take(
        ImportColumn column,
        string text,
        bool isEvent,
        List<ContactIdentity> identities,
        ContactDraft draft,
        List<Diagnostic> mistakes
    )
    {
        switch (column)
        {
            case ImportColumn.Identity identity:
                identities.Add(new ContactIdentity(identity.Kind, text));
                break;
            case ImportColumn.Source:
                draft.Source = text;
                break;
            case ImportColumn.Id:
                draft.Id = text;
                break;
            case ImportColumn.Type:
                draft.Type = text;
                break;
            case ImportColumn.Time when TryTime(text, out var at):
                draft.At = at;
                break;
            case ImportColumn.Time:
                mistakes.Add(NotATime(column.Header));
                break;
            case ImportColumn.Tags:
                draft.Tags.AddRange(
                    text.Split(['|', '｜'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                );
                break;
            case ImportColumn.Lines when ImportLines.Read(text) is { } lines:
                draft.Values["lines"] = lines;
                break;
            case ImportColumn.Lines:
                mistakes.Add(ImportLines.Mistake(column.Header));
                break;
            case ImportColumn.Value value:
                draft.Values[value.Name] =
                    (isEvent ? null : options.Attributes.ReadText(value.Name, text)) ?? Scalar(text);
                break;
        }
    }

    private bool TryTime(string text, out DateTimeOffset time)
    {
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            time = new DateTimeOffset(local, options.TimeZone.GetUtcOffset(local));
            return true;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf(':', StringComparison.Ordinal));
    }

    // A number stays one where writing it back gives the same text: phone numbers and codes with zeros in front are texts.
    private static object Scalar(string text) =>
        text switch
        {
            "true" or "TRUE" => true,
            "false" or "FALSE" => false,
            _ when decimal.TryParse(
                    text,
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    && text.Length <= 15
                    && number.ToString(CultureInfo.InvariantCulture).Equals(text, StringComparison.Ordinal) => number,
            _ => text,
        };

    private static Diagnostic NotATime(string column) =>
        new(
            "IMP004",
            "This is not a day or a time.",
            column,
            Remedy: "Write it as 2021-01-31 or 2021-01-31 09:00, or with an offset as 2021-01-31T09:00:00+08:00."
        );
}
