using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

/// <summary>Looks at a template before it is parsed: nesting, and tags that reach for files.</summary>
internal static partial class LiquidShape
{
    public static Diagnostic? Check(string text, ExpressionLimits limits)
    {
        var depth = 0;
        if (limits.RefuseNodes(Piece().Count(text)) is { } tooMany)
        {
            return tooMany;
        }

        foreach (Match match in Tag().Matches(text))
        {
            var name = match.Groups["name"].Value;
            if (name is "include" or "extends" or "render" or "import" or "block")
            {
                return new Diagnostic(
                    DiagnosticCodes.NotAllowed,
                    $"The tag '{name}' is not available: a template stands alone.",
                    Span: SpanOf(match.Groups["name"])
                );
            }

            depth += name switch
            {
                _ when name.StartsWith("end", StringComparison.Ordinal) => -1,
                "if" or "unless" or "for" or "case" or "capture" or "tablerow" or "comment" or "raw" or "ifchanged" =>
                    1,
                _ => 0,
            };
            if (depth > limits.MaxDepth)
            {
                return new Diagnostic(
                    DiagnosticCodes.TooLarge,
                    $"The template is nested more than {limits.MaxDepth} deep.",
                    Span: SpanOf(match.Groups["name"])
                );
            }
        }

        return null;
    }

    /// <summary>The place a message of the library speaks of, by the words it quotes.</summary>
    public static SourceSpan? Find(string text, string message)
    {
        foreach (Match match in Quoted().Matches(message))
        {
            var words = match.Groups["words"].Value;
            var at = text.IndexOf(words, StringComparison.Ordinal);
            if (at >= 0 && words.Length > 0)
            {
                return new SourceSpan(at, words.Length);
            }
        }

        return null;
    }

    private static SourceSpan SpanOf(Group group) => new(group.Index, group.Length);

    [GeneratedRegex(@"\{%-?\s*(?<name>\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    // What a template is made of: tags, values, and the filters of values.
    [GeneratedRegex(@"\{%|\{\{|\|", RegexOptions.NonBacktracking)]
    private static partial Regex Piece();

    [GeneratedRegex("'(?<words>[^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
