using System.Collections;
using System.Globalization;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Conformance.NCalc;

/// <summary>Writes an answer as a line: a value with its type, or the kind of exception NCalc throws for it.</summary>
internal static class AnswerText
{
    public const string EmptyException = "!NCalc.Exceptions.NCalcException";
    public const string ParserException = "!NCalc.Exceptions.NCalcParserException";

    public static string Of(bool hasErrors, string names, string answer) =>
        $"{(hasErrors ? "has errors, " : "")}{names}{answer}";

    public static string Names(IEnumerable<string> parameters, IEnumerable<string> functions) =>
        $"[{string.Join(", ", parameters)}] [{string.Join(", ", functions)}] ";

    public static string Of(object? value) =>
        value switch
        {
            null => "null:",
            double number => $"Double:{number.ToString("R", CultureInfo.InvariantCulture)}",
            float number => $"Single:{number.ToString("R", CultureInfo.InvariantCulture)}",
            DateTime instant => $"DateTime:{instant.ToString("O", CultureInfo.InvariantCulture)}",
            string text => $"String:{text}",
            Array list => $"{list.GetType().Name}:{Elements(list)}",
            IList list => $"List:{Elements(list)}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name}:{value}"),
        };

    /// <param name="exception">What evaluating threw.</param>
    /// <param name="isDelegate">Whether a delegate threw it: then NCalc wraps nothing.</param>
    public static string Of(ExpressionException exception, bool isDelegate) =>
        "!"
        + exception switch
        {
            // NCalc wraps this one.
            { InnerException: InvalidCastException, Code: not DiagnosticCodes.TypeMismatch } when !isDelegate =>
                "NCalc.Exceptions.NCalcEvaluationException",
            { InnerException: { } inner, Code: not DiagnosticCodes.TypeMismatch } => inner.GetType().FullName,
            { Code: DiagnosticCodes.UnknownName } => "NCalc.Exceptions.NCalcParameterNotDefinedException",
            { Code: DiagnosticCodes.UnknownFunction } => "NCalc.Exceptions.NCalcFunctionNotFoundException",
            { Code: DiagnosticCodes.TypeMismatch } => "NCalc.Exceptions.NCalcCastException",
            { Code: DiagnosticCodes.UnevenLists } => "NCalc.Exceptions.NCalcException",
            _ => "NCalc.Exceptions.NCalcEvaluationException",
        };

    private static string Elements(IEnumerable list) => $"[{string.Join(",", list.Cast<object?>().Select(Of))}]";
}
