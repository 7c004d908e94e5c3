using System.Collections;
using System.Globalization;

namespace Workflows.Expressions.Tests.Cases;

/// <summary>Values as the tables write them; the suffix of a number is its type.</summary>
internal static class Shown
{
    public static string Value(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            char letter => $"'{letter}'",
            long number => Invariant($"{number}L"),
            ulong number => Invariant($"{number}UL"),
            double number => Invariant($"{number:R}") is var shown && shown.TrimStart('-').All(char.IsAsciiDigit)
                ? $"{shown}.0"
                : Invariant($"{number:R}"),
            decimal number => Invariant($"{number}m"),
            float number => Invariant($"{number:R}f"),
            DateTime instant => instant.ToString("s", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            IReadOnlyDictionary<string, object?> map =>
                $"{{{string.Join(", ", map.Select(pair => $"{pair.Key}: {Value(pair.Value)}"))}}}",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Value))}]",
            _ => Invariant($"{value}"),
        };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
