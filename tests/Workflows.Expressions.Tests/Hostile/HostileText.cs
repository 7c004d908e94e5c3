using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Expressions.Tests.Hostile;

/// <summary>Texts as the tables of hostile ones abbreviate them.</summary>
internal static partial class HostileText
{
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
                        Enumerable.Repeat(
                            part.Groups["text"].Value,
                            int.Parse(part.Groups["times"].Value, CultureInfo.InvariantCulture)
                        )
                    )
            );

    [GeneratedRegex(@"⟪U\+(?<code>[0-9A-F]{4})⟫", RegexOptions.NonBacktracking)]
    private static partial Regex Unit();

    [GeneratedRegex(@"⟪(?<text>[^⟪⟫]*)×(?<times>[0-9]+)⟫", RegexOptions.NonBacktracking)]
    private static partial Regex Repetition();
}
