using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>
/// Reads dates and times between two '#': three numbers with the culture's separator between, a date, a time, or both with
/// blanks between them.
/// </summary>
internal static class NCalcInstants
{
    public static Node.Literal Parse(NCalcReader reader, NCalcDialect dialect)
    {
        var rest = reader.Rest;
        var length = rest[1..].IndexOf('#') + 1;
        var value = length > 1 ? Read(rest[1..length].ToString(), dialect.Culture) : null;
        return value is not null
            ? reader.TakeLiteral(value, length + 1)
            : throw reader.Error(
                DiagnosticCodes.Syntax,
                "This is not a date or time between two '#'.",
                new SourceSpan(reader.Position, Math.Max(1, length + 1)),
                $"Write it like #{Example(dialect.Culture)}#."
            );
    }

    private static object? Read(string text, CultureInfo culture)
    {
        var date = TripleLength(text, culture.DateTimeFormat.DateSeparator);
        var blanks = date > 0 ? text.AsSpan(date).Length - text.AsSpan(date).TrimStart().Length : 0;
        if (date == 0 || blanks > 0)
        {
            if (!IsTime(text.AsSpan(date + blanks), culture))
            {
                return null;
            }
        }
        else if (date < text.Length)
        {
            return null;
        }

        if (date == 0)
        {
            return TimeSpan.TryParse(text, culture, out var time) ? time : null;
        }

        // One blank between date and time, however many were written.
        var written = blanks == 0 ? text : $"{text[..date]} {text[(date + blanks)..]}";
        return DateTime.TryParse(written, culture, DateTimeStyles.None, out var instant) ? instant : null;
    }

    private static bool IsTime(ReadOnlySpan<char> text, CultureInfo culture)
    {
        var rest = text[TripleLength(text, culture.DateTimeFormat.TimeSeparator)..];
        if (rest.Length == text.Length)
        {
            return false;
        }

        if (rest.StartsWith(culture.NumberFormat.NumberDecimalSeparator))
        {
            rest = rest[culture.NumberFormat.NumberDecimalSeparator.Length..];
        }

        return DigitsLength(rest) == rest.Length;
    }

    // Three numbers with separators between them, or nothing.
    private static int TripleLength(ReadOnlySpan<char> text, string separator)
    {
        var at = 0;
        for (var part = 0; part < 3; part++)
        {
            if (part > 0)
            {
                if (!text[at..].StartsWith(separator))
                {
                    return 0;
                }

                at += separator.Length;
            }

            var digits = DigitsLength(text[at..]);
            if (digits == 0)
            {
                return 0;
            }

            at += digits;
        }

        return at;
    }

    private static int DigitsLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsNumber(text[length]))
        {
            length++;
        }

        return length;
    }

    private static string Example(CultureInfo culture) =>
        new DateTime(2024, 1, 31).ToString("d", culture) is var date
        && TripleLength(date, culture.DateTimeFormat.DateSeparator) == date.Length
            ? date
            : string.Join(culture.DateTimeFormat.DateSeparator, "01", "31", "2024");
}
