using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Evaluation;

/// <summary>Gives failures of an evaluation their stable codes.</summary>
internal static class EvaluationFailure
{
    public static ExpressionException From(Exception exception) =>
        exception switch
        {
            RegexMatchTimeoutException => new(
                DiagnosticCodes.LimitReached,
                "A regular expression took too long.",
                innerException: exception
            ),
            NullReferenceException => new(
                DiagnosticCodes.EvaluationFailed,
                "A value that is needed is missing (null).",
                innerException: exception
            ),
            // The name of an argument of ours says nothing to an author.
            ArgumentException => new(
                DiagnosticCodes.EvaluationFailed,
                exception.Message.Split(" (Parameter", 2)[0],
                innerException: exception
            ),
            _ => new(DiagnosticCodes.EvaluationFailed, exception.Message, innerException: exception),
        };
}
