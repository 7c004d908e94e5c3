using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>Stand-ins for library methods that could build texts of any size or run for any time.</summary>
internal static class BoundedCalls
{
    /// <summary>Whether a constructor builds a text from a count.</summary>
    public static bool BuildsText(ConstructorInfo? constructor) => constructor?.DeclaringType == typeof(string);

    public static object? ReadMember(object? target, string name) => DynamicMembers.Read(target, name);

    public static string PadLeft(string text, int width, char with, int max, TextBudget? budget) =>
        text.PadLeft(Fit(width, max, budget), with);

    public static string PadRight(string text, int width, char with, int max, TextBudget? budget) =>
        text.PadRight(Fit(width, max, budget), with);

    public static string Insert(string text, int at, string part, int max, TextBudget? budget)
    {
        Fit((long)text.Length + part.Length, max, budget);
        return text.Insert(at, part);
    }

    public static string Concat(string? left, string? right, int max, TextBudget? budget)
    {
        Fit((left?.Length ?? 0L) + (right?.Length ?? 0L), max, budget);
        return string.Concat(left, right);
    }

    public static string? ToText(object? value) => value?.ToString();

    public static string Replace(
        string text,
        string old,
        string? with,
        StringComparison comparison,
        int max,
        TextBudget? budget
    )
    {
        if (with is { Length: > 1 } && old.Length > 0)
        {
            Fit((long)text.Length / old.Length * with.Length, max, budget);
        }

        return text.Replace(old, with, comparison);
    }

    public static string Join(string? separator, IEnumerable<string?> parts, int max, TextBudget? budget)
    {
        var list = new List<string?>();
        var length = 0L;
        foreach (var part in parts)
        {
            length += (part?.Length ?? 0) + (separator?.Length ?? 0);
            Fit(length, max, null);
            list.Add(part);
        }

        Fit(length, max, budget);
        return string.Join(separator, list);
    }

    public static bool IsMatch(string input, string pattern, RegexOptions options, TimeSpan timeout) =>
        Regex.IsMatch(input, pattern, options, timeout);

    public static string ReplaceMatches(
        string input,
        string pattern,
        string with,
        RegexOptions options,
        TimeSpan timeout,
        int max,
        TextBudget? budget
    )
    {
        var regex = new Regex(pattern, options, timeout);
        Fit((long)regex.Count(input) * (with.Length + input.Length) + input.Length, max, budget);
        return regex.Replace(input, with);
    }

    public static string Format(IFormattable value, string? format, IFormatProvider? culture)
    {
        var digits = 0;
        foreach (var letter in format ?? "")
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits > 2)
            {
                throw TooLong("The format asks for too many digits.");
            }
        }

        return format is { Length: > 64 }
            ? throw TooLong("The format is too long.")
            : value.ToString(format, culture ?? CultureInfo.CurrentCulture);
    }

    private static int Fit(long length, int max, TextBudget? budget)
    {
        if (length > max)
        {
            throw TooLong($"A text of more than {max} characters would be built.");
        }

        budget?.Spend(length);
        return (int)length;
    }

    private static ExpressionException TooLong(string message) => new(DiagnosticCodes.LimitReached, message);
}
