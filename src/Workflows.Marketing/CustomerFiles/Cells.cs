using System.Globalization;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.CustomerFiles;

/// <summary>Reads the fields of a file. Days and times without an offset are those of the workspace.</summary>
internal sealed class Cells(TimeZoneInfo timeZone)
{
    private const NumberStyles Plain =
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands;

    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    private static readonly string[] Times =
    [
        "yyyy-M-d H:m",
        "yyyy-M-d H:m:s",
        "yyyy/M/d H:m",
        "yyyy/M/d H:m:s",
        "yyyy-M-d'T'H:m",
        "yyyy-M-d'T'H:m:s",
        "yyyy-M-d'T'H:m:s.FFFFFFF",
    ];

    /// <summary>Reads a field as a value of the kind; the field is not empty.</summary>
    public bool TryRead(string text, CellKind kind, out object? value)
    {
        value = kind switch
        {
            CellKind.Flag => Flag(text),
            CellKind.Integer => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out var whole
            )
                ? whole
                : null,
            CellKind.Number => double.TryParse(
                text,
                Plain | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            CellKind.Instant => Instant(text),
            _ => text,
        };
        return value is not null;
    }

    /// <summary>An amount of money.</summary>
    public static decimal? Amount(string text) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>An instant: ISO 8601 with an offset, or a day or a time of the workspace.</summary>
    public DateTimeOffset? Instant(string text)
    {
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return WorkspaceDay.Start(day, timeZone);
        }

        if (DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return timeZone.IsInvalidTime(time) ? null : new DateTimeOffset(time, timeZone.GetUtcOffset(time));
        }

        var hasOffset = text.Length >= 17 && (text.EndsWith('Z') || text.AsSpan(10).ContainsAny('+', '-'));
        return
            hasOffset
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;
    }

    private static bool? Flag(string text) =>
        text.ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "Y" or "是" => true,
            "FALSE" or "NO" or "N" or "否" => false,
            _ => null,
        };
}
