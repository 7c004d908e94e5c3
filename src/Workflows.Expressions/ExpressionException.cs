using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions;

/// <summary>The evaluation of a compiled expression failed; at run time this becomes an incident.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Creates a failure of evaluation without further knowledge.</summary>
    public ExpressionException()
        : this(DiagnosticCodes.EvaluationFailed, "The expression could not be evaluated.") { }

    /// <summary>Creates a failure of evaluation.</summary>
    public ExpressionException(string message)
        : this(DiagnosticCodes.EvaluationFailed, message) { }

    /// <summary>Creates a failure of evaluation with its cause.</summary>
    public ExpressionException(string message, Exception innerException)
        : this(DiagnosticCodes.EvaluationFailed, message, innerException: innerException) { }

    /// <summary>Creates a failure with a stable code and, where known, a place.</summary>
    public ExpressionException(string code, string message, SourceSpan? span = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Span = span;
    }

    /// <summary>One of <see cref="DiagnosticCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The place in the expression's text, where it is known.</summary>
    public SourceSpan? Span { get; }
}
