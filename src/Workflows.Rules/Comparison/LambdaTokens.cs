using System.Text.RegularExpressions;

namespace Workflows.Rules.Comparison;

/// <summary>Takes expressions apart, so that blanks and spellings make no difference.</summary>
internal static partial class LambdaTokens
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "&&",
        ["andalso"] = "&&",
        ["or"] = "||",
        ["orelse"] = "||",
        ["not"] = "!",
        ["="] = "==",
        ["<>"] = "!=",
        ["mod"] = "%",
    };

    public static LambdaToken[] Of(string? text) =>
        [
            .. Pattern()
                .Matches(text ?? "")
                .Select(match => new LambdaToken(
                    match.Value,
                    Normal(match),
                    match.Groups["text"].Success || match.Groups["number"].Success
                )),
        ];

    public static bool Same(string? left, string? right) =>
        Of(left)
            .Select(token => token.Normal)
            .SequenceEqual(Of(right).Select(token => token.Normal), StringComparer.Ordinal);

    private static string Normal(Match match) =>
        match.Groups["text"].Success ? match.Value
        : Spellings.TryGetValue(match.Value, out var spelling) ? spelling
        : match.Value.ToUpperInvariant();

    [GeneratedRegex(
        """(?<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<number>\d+(?:\.\d+)?[A-Za-z]*)|\w+|&&|\|\||[<>=!]=|<>|=>|\?\?|\S""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
