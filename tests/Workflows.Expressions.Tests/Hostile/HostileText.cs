using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Expressions.Tests.Hostile;

/// <summary>Texts as the tables of hostile ones abbreviate them.</summary>
internal static partial class HostileText
{
    /// <summary><c>⟪text×N⟫</c> is N times the text, in which <c>№</c> is the number of the repetition; <c>⟪U+N⟫</c> is one UTF-16 unit.</summary>
    public static string Expand(string text) =>
        Repetition()
            .Replace(
                Unit()
                    .Replace(
                        text,
                        unit => ((char)int.Parse(unit.Groups["code"].Value, NumberStyles.HexNumber)).ToString()
                    ),
                part =>
                    string.Concat(
                        Enumerable
                            .Range(0, int.Parse(part.Groups["times"].Value, CultureInfo.InvariantCulture))
                            .Select(number => Numbered(part.Groups["text"].Value, number))
                    )
            );

    private static string Numbered(string text, int number) =>
        text.Contains('№')
            ? text.Replace("№+1", (number + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("№", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : text;

    [GeneratedRegex(@"⟪U\+(?<code>[0-9A-F]{4})⟫", RegexOptions.NonBacktracking)]
    private static partial Regex Unit();

    [GeneratedRegex(@"⟪(?<text>[^⟪⟫]*)×(?<times>[0-9]+)⟫", RegexOptions.NonBacktracking)]
    private static partial Regex Repetition();
}
