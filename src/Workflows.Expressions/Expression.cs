using Workflows.Expressions.Evaluation;
using Workflows.Expressions.Lambda;
using Workflows.Expressions.NCalc;
using Workflows.Expressions.Scripting;

namespace Workflows.Expressions;

/// <summary>A compiled piece of user-written text: immutable, and safe on every thread. Compile once, evaluate often.</summary>
public sealed class Expression
{
    private readonly Func<Scope, object?> _evaluate;

    internal Expression(string text, Notation notation, Func<Scope, object?> evaluate)
    {
        Text = text;
        Notation = notation;
        _evaluate = evaluate;
    }

    /// <summary>The text this was compiled from.</summary>
    public string Text { get; }

    /// <summary>The language the text is written in.</summary>
    public Notation Notation { get; }

    /// <summary>Compiles a text, or says everything that is wrong with it; never throws for what an author wrote.</summary>
    /// <param name="text">What the author wrote.</param>
    /// <param name="notation">The language it is written in.</param>
    /// <param name="shape">The typed inputs, for <see cref="Notation.Lambda"/>; other notations find values by name.</param>
    /// <param name="limits">What the text may cost; <see cref="ExpressionLimits.Default"/> unless given.</param>
    /// <param name="globals">What the host adds to scripts and templates.</param>
    /// <returns>The expression, or the diagnostics that stand in its way.</returns>
    public static ExpressionCompilation Compile(
        string text,
        Notation notation,
        InputShape? shape = null,
        ExpressionLimits? limits = null,
        ScriptGlobals? globals = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        limits ??= ExpressionLimits.Default;
        if (limits.Refuse(text) is { } refusal)
        {
            return ExpressionCompilation.Failed(refusal);
        }

        return notation switch
        {
            Notation.Lambda => LambdaNotation.Compile(text, shape, limits),
            Notation.NCalc => NCalcNotation.Compile(text, limits, globals ?? ScriptGlobals.Empty),
            Notation.JavaScript => JavaScriptNotation.Compile(text, limits, globals ?? ScriptGlobals.Empty),
            Notation.Liquid => LiquidNotation.Compile(text, limits, globals ?? ScriptGlobals.Empty),
            _ => throw new ArgumentOutOfRangeException(nameof(notation), notation, "This is not a notation."),
        };
    }

    /// <summary>Evaluates the expression over the values of a scope.</summary>
    /// <param name="scope">The values the text may refer to by name.</param>
    /// <returns>The value, as a plain .NET value.</returns>
    /// <exception cref="ExpressionException">The evaluation failed or reached a limit.</exception>
    public object? Evaluate(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        try
        {
            return _evaluate(scope);
        }
        catch (Exception exception) when (exception is not ExpressionException and not OutOfMemoryException)
        {
            throw EvaluationFailure.From(exception);
        }
    }
}
