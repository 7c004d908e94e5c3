using System.Linq.Dynamic.Core.Exceptions;
using System.Reflection;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>Turns what the parsing library throws into diagnostics of ours.</summary>
internal static partial class ParserFailure
{
    /// <summary>The diagnostic for a failure an author can cause, or null for one that is ours.</summary>
    public static Diagnostic? Explain(Exception exception, string text) =>
        exception switch
        {
            ParseException parse => FromParser(parse, text),
            NotSupportedException => new(DiagnosticCodes.NotAllowed, exception.Message),
            InvalidOperationException when MissingMethod().Match(exception.Message) is { Success: true } match =>
                Missing(match.Groups["method"].Value, text),
            InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException => new(
                DiagnosticCodes.TypeMismatch,
                $"The operands do not fit together: {FirstLine(exception.Message)}"
            ),
            OverflowException or FormatException => new(DiagnosticCodes.Syntax, exception.Message),
            // The library casts what it read to what it hoped for.
            InvalidCastException or KeyNotFoundException or TargetInvocationException or AmbiguousMatchException => new(
                DiagnosticCodes.Syntax,
                "The expression cannot be read."
            ),
            _ => null,
        };

    private static Diagnostic FromParser(ParseException exception, string text)
    {
        var at = Math.Clamp(exception.Position, 0, text.Length);
        var message = exception.Message;
        var code = message switch
        {
            _ when Has(message, "not found") => DiagnosticCodes.UnknownName,
            _ when at >= text.TrimEnd().Length => DiagnosticCodes.UnexpectedEnd,
            _ when Has(message, "No property or field") || Has(message, "Unknown identifier") =>
                DiagnosticCodes.UnknownName,
            _ when Has(message, "No applicable method") || Has(message, "No applicable aggregate") =>
                DiagnosticCodes.UnknownName,
            _ when Has(message, "not accessible") => DiagnosticCodes.NotAllowed,
            _ when Has(message, "incompatible") || Has(message, "of type") => DiagnosticCodes.TypeMismatch,
            _ => DiagnosticCodes.Syntax,
        };
        return new Diagnostic(code, message, Span: new SourceSpan(at, WordAt(text, at)));
    }

    private static Diagnostic Missing(string method, string text)
    {
        var at = text.IndexOf(method, StringComparison.OrdinalIgnoreCase);
        var span = at < 0 ? null : new SourceSpan(at, method.Length);
        return new(DiagnosticCodes.UnknownName, $"There is no method '{method}' for these values.", Span: span);
    }

    private static string FirstLine(string message) => message.Split(" (Parameter", 2)[0];

    [GeneratedRegex(@"No generic method '(?<method>\w+)'", RegexOptions.NonBacktracking)]
    private static partial Regex MissingMethod();

    private static bool Has(string message, string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static int WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return Math.Max(end - at, at < text.Length ? 1 : 0);
    }
}
