using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>Brings the C# scripts of Elsa definitions into the form of a single expression, keeping every character's place.</summary>
internal static partial class CSharpText
{
    private const int PatternTimeout = 1000;

    /// <summary>Prepares a script, or says why it is more than one expression.</summary>
    public static string Prepare(string text, out Diagnostic? diagnostic)
    {
        diagnostic = null;
        var code = Accessor().Replace(text, ToMember);
        code = Return()
            .Replace(code, match => match.Groups["blank"].Value + new string(' ', match.Groups["keyword"].Length));
        code = FinalSemicolon().Replace(code, match => new string(' ', match.Length));
        var withoutTexts = Text().Replace(code, match => $"\"{new string(' ', match.Length - 2)}\"");
        foreach (var (pattern, message) in Unsupported)
        {
            if (pattern().Match(withoutTexts) is { Success: true } match)
            {
                diagnostic = new Diagnostic(
                    DiagnosticCodes.NotSupported,
                    message,
                    Span: new SourceSpan(match.Index, match.Length),
                    Remedy: "Write one expression, or use JavaScript."
                );
                break;
            }
        }

        return code;
    }

    private static readonly (Func<Regex> Pattern, string Message)[] Unsupported =
    [
        (Declaration, "Statements and variables are not available; the text must be one expression."),
        (Interpolation, "Interpolated text is not available; join texts with '+'."),
        (ActivityOutput, "Outputs of activities are not available here; capture the output in a variable."),
    ];

    // Input.Get<int>("Total") becomes Input.Total and blanks.
    private static string ToMember(Match match) =>
        $"{match.Groups["group"].Value}.{match.Groups["member"].Value}".PadRight(match.Length);

    [GeneratedRegex(
        """\b(?<group>Variables?|Inputs?)\.Get(?:<[\w.?<>\[\]]+>)?\(\s*"(?<member>\w+)"\s*\)""",
        RegexOptions.None,
        PatternTimeout
    )]
    private static partial Regex Accessor();

    [GeneratedRegex(@"\A(?<blank>\s*)(?<keyword>return\b)", RegexOptions.None, PatternTimeout)]
    private static partial Regex Return();

    [GeneratedRegex(@";\s*\z", RegexOptions.None, PatternTimeout)]
    private static partial Regex FinalSemicolon();

    [GeneratedRegex(
        @"\A\s*(?:var|int|string|bool|double|decimal|object)\s+\w+\s*=|\A\s*(?:if|for|foreach|while|using)\b",
        RegexOptions.None,
        PatternTimeout
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""", RegexOptions.NonBacktracking)]
    private static partial Regex Text();

    [GeneratedRegex("\\$\"", RegexOptions.None, PatternTimeout)]
    private static partial Regex Interpolation();

    [GeneratedRegex(@"\bOutput\.From\b", RegexOptions.None, PatternTimeout)]
    private static partial Regex ActivityOutput();
}
