using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

/// <summary>Refuses scripts that are nested so deep that a recursive parser could run out of stack.</summary>
internal static class ScriptNesting
{
    // Scripts legitimately nest more than formulas: functions in calls in blocks.
    private const int LevelsPerDepth = 2;

    public static Diagnostic? Check(string text, ExpressionLimits limits)
    {
        var depth = 0;
        var prefixes = 0;
        var arrows = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' when depth > 0 => -1,
                _ => 0,
            };
            prefixes = text[at] switch
            {
                '!' or '-' or '+' or '~' => prefixes + 1,
                var letter when char.IsWhiteSpace(letter) => prefixes,
                _ => 0,
            };
            // Whether a name begins a function is only known behind the arrow: a chain of them is read again and again.
            arrows += text[at] is '>' && at > 0 && text[at - 1] is '=' ? 1 : 0;
            if (
                arrows > limits.MaxDepth * LevelsPerDepth
                || depth > limits.MaxDepth * LevelsPerDepth
                || prefixes > limits.MaxDepth
            )
            {
                return new Diagnostic(
                    DiagnosticCodes.TooLarge,
                    $"The script is nested more than {limits.MaxDepth * LevelsPerDepth} deep.",
                    Span: new SourceSpan(at, 1)
                );
            }
        }

        return null;
    }
}
