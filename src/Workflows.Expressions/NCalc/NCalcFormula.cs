using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Workflows.Expressions.NCalc.Delegates;
using Workflows.Expressions.NCalc.Steps;
using Workflows.Expressions.Syntax;
using Linq = System.Linq.Expressions.Expression;

namespace Workflows.Expressions.NCalc;

/// <summary>A formula in NCalc's language, compiled once: immutable, and safe on every thread.</summary>
/// <remarks>
/// <see cref="Expression.Compile"/> is the way in for authors' texts: it refuses functions that nobody offers. This class is the
/// notation itself, with NCalc's dialects and typed ways to evaluate. Answers are NCalc 7.1.0's.
/// </remarks>
public sealed class NCalcFormula
{
    private readonly NCalcStep _root;
    private readonly NCalcMath _math;
    private readonly NCalcLayout _layout;

    private NCalcFormula(string text, Node? root, NCalcDialect dialect, ExpressionLimits limits, ScriptGlobals globals)
    {
        Text = text;
        Root = root;
        Dialect = dialect;
        Limits = limits;
        _layout = new NCalcLayout(NamesOf<Node.Parameter>(root, node => node.Name));
        FunctionNames = NamesOf<Node.Call>(root, node => node.Name);
        _math = new NCalcMath(dialect, limits);
        _root = root is null
            ? new ConstantStep(value: null)
            : new NCalcCompiler(_math, globals.Functions, _layout).Compile(root);
    }

    /// <summary>The text this was compiled from.</summary>
    public string Text { get; }

    /// <summary>The options and the culture it is evaluated under.</summary>
    public NCalcDialect Dialect { get; }

    /// <summary>The parameters the formula mentions, each once, in the order of the text.</summary>
    public IReadOnlyList<string> ParameterNames => _layout.Names;

    /// <summary>The functions the formula calls, each once, in the order of the text.</summary>
    public IReadOnlyList<string> FunctionNames { get; }

    /// <summary>The tree; null where the text is empty and the dialect allows that.</summary>
    internal Node? Root { get; }

    internal ExpressionLimits Limits { get; }

    /// <summary>Compiles a formula, or says what is wrong with it; never throws for what an author wrote.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="dialect">Options and culture; <see cref="NCalcDialect.Default"/> unless given.</param>
    /// <param name="limits">What the text may cost; <see cref="ExpressionLimits.Default"/> unless given.</param>
    /// <param name="globals">Functions of the host; they go before built-in ones of the same name.</param>
    /// <returns>
    /// The formula, or the diagnostics that stand in its way. As in NCalc, a function nobody offers and a wrong number of
    /// arguments are found only when the formula gets there.
    /// </returns>
    public static NCalcCompilation Compile(
        string? text,
        NCalcDialect? dialect = null,
        ExpressionLimits? limits = null,
        ScriptGlobals? globals = null
    )
    {
        dialect ??= NCalcDialect.Default;
        limits ??= ExpressionLimits.Default;
        globals ??= ScriptGlobals.Empty;
        text ??= "";
        if (limits.Refuse(text) is { } refusal)
        {
            return NCalcCompilation.Failed(refusal);
        }

        if (text.Length == 0 && dialect.Has(NCalcOptions.AllowNullOrEmptyExpressions))
        {
            return NCalcCompilation.Of(new NCalcFormula(text, root: null, dialect, limits, globals));
        }

        if (NCalcParser.TryParse(text, dialect, limits, out var diagnostic) is not { } root)
        {
            return NCalcCompilation.Failed(diagnostic!);
        }

        return limits.RefuseNodes(root.DescendantsAndSelf().Take(limits.MaxNodes + 1).Count()) is { } tooMany
            ? NCalcCompilation.Failed(tooMany)
            : NCalcCompilation.Of(new NCalcFormula(text, root, dialect, limits, globals));
    }

    /// <summary>Evaluates the formula.</summary>
    /// <param name="scope">The values by name, or the <see cref="NCalcSlots"/> of this formula.</param>
    /// <returns>
    /// The value as NCalc has it: <c>int</c>, <c>long</c>, <c>double</c>, <c>decimal</c>, <c>ulong</c>, <c>bool</c>, <c>string</c>,
    /// <c>DateTime</c>, …, an array for a list, or null. With <see cref="NCalcOptions.IterateParameters"/> a list of values.
    /// </returns>
    /// <exception cref="ExpressionException">
    /// The evaluation failed; where an operation of .NET failed, its exception is the inner one.
    /// </exception>
    public object? Evaluate(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        try
        {
            return Dialect.Has(NCalcOptions.IterateParameters)
                ? NCalcIteration.Evaluate(_root, ParameterNames, scope, Limits)
                : _root.Evaluate(scope).ToObject();
        }
        catch (Exception exception) when (exception is not ExpressionException and not OutOfMemoryException)
        {
            throw EvaluationFailure.From(exception);
        }
    }

    /// <summary>Evaluates the formula to a value of a type.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="scope">The values by name.</param>
    /// <returns>The value, converted by the dialect's culture where it is of another type; the type's default for null.</returns>
    /// <exception cref="ExpressionException">The evaluation failed, or the value does not convert: then the code is
    /// <see cref="DiagnosticCodes.TypeMismatch"/>.</exception>
    public T? Evaluate<T>(Scope scope)
    {
        var value = Evaluate(scope);
        if (value is null)
        {
            return default;
        }

        try
        {
            return value is T typed ? typed : (T)Convert.ChangeType(value, typeof(T), Dialect.Culture);
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException)
        {
            throw new ExpressionException(
                DiagnosticCodes.TypeMismatch,
                $"The value '{value}' is no {typeof(T).Name}.",
                innerException: exception
            );
        }
    }

    /// <summary>Evaluates the formula as a condition, without allocating for numbers, texts and truth values.</summary>
    /// <param name="scope">The values by name, or the <see cref="NCalcSlots"/> of this formula.</param>
    /// <returns>Whether the value is true; a number is where it is not zero, a text where it says so, null is not.</returns>
    /// <exception cref="ExpressionException">The evaluation failed, or the value is neither true nor false.</exception>
    public bool EvaluateBoolean(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        try
        {
            return _root.Holds(scope, _math);
        }
        catch (Exception exception) when (exception is not ExpressionException and not OutOfMemoryException)
        {
            throw EvaluationFailure.From(exception);
        }
    }

    /// <summary>Makes an empty set of slots for the formula's parameters.</summary>
    public NCalcSlots CreateSlots() => new(_layout);

    /// <summary>Makes a delegate whose parameters are the public members of an object: the fastest form, for types known beforehand.</summary>
    /// <typeparam name="TContext">The object's type; its public properties and fields are the formula's parameters, its public methods functions.</typeparam>
    /// <typeparam name="TResult">The type of the answer.</typeparam>
    /// <returns>
    /// A delegate that is safe on every thread, and throws what .NET throws. As with NCalc's lambdas its types are static, as in
    /// C#: <c>7 / 2</c> is 3, texts are compared by code units, a factorial is not offered, functions of the host are not seen.
    /// </returns>
    /// <exception cref="ExpressionException">The formula does not fit the types; the inner exception says why.</exception>
    public Func<TContext, TResult> ToDelegate<TContext, TResult>()
    {
        var context = Linq.Parameter(typeof(TContext), "context");
        return Build<Func<TContext, TResult>, TResult>(
            context,
            parameter => Linq.PropertyOrField(context, parameter.Name),
            [context]
        );
    }

    /// <summary>Makes a delegate over the values a scope has now.</summary>
    /// <typeparam name="TResult">The type of the answer.</typeparam>
    /// <param name="scope">The parameters; later changes are not seen.</param>
    /// <returns>A delegate with static types, see <see cref="ToDelegate{TContext, TResult}"/>.</returns>
    /// <exception cref="ExpressionException">The formula does not fit the types, or a parameter is not known.</exception>
    public Func<TResult> ToDelegate<TResult>(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Build<Func<TResult>, TResult>(
            context: null,
            parameter =>
                scope.TryGet(parameter.Name, out var value)
                    ? Linq.Constant(value)
                    : throw ParameterStep.Unknown(parameter.Name, parameter.Span),
            []
        );
    }

    private TDelegate Build<TDelegate, TResult>(
        ParameterExpression? context,
        Func<Node.Parameter, Linq> parameters,
        ParameterExpression[] arguments
    )
        where TDelegate : Delegate
    {
        try
        {
            var builder = new DelegateBuilder(Dialect, context, parameters, _math.Comparison.Pattern);
            var body = Root is null ? Linq.Constant(value: null) : builder.Build(Root);
            return Linq.Lambda<TDelegate>(
                    body.Type == typeof(TResult) ? body : Linq.Convert(body, typeof(TResult)),
                    arguments
                )
                .Compile();
        }
        catch (Exception exception) when (exception is not ExpressionException and not OutOfMemoryException)
        {
            throw EvaluationFailure.From(exception);
        }
    }

    private static List<string> NamesOf<TNode>(Node? root, Func<TNode, string> name) =>
        [.. root?.DescendantsAndSelf().OfType<TNode>().Select(name).Distinct(StringComparer.Ordinal) ?? []];
}
