using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions;

/// <summary>What came of compiling a text: an expression, or all the mistakes in it.</summary>
/// <param name="Expression">The expression; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything worth telling the author, in the order of the text.</param>
public sealed record ExpressionCompilation(Expression? Expression, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is an expression to evaluate.</summary>
    [MemberNotNullWhen(true, nameof(Expression))]
    public bool Succeeded => Expression is not null;

    internal static ExpressionCompilation Failed(params IReadOnlyList<Diagnostic> diagnostics) =>
        new(null, diagnostics);

    internal static ExpressionCompilation Of(string text, Notation notation, Func<Scope, object?> evaluate) =>
        new(new Expression(text, notation, evaluate), []);
}
