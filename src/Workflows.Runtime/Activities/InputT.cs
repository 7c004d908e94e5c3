using System.Diagnostics.CodeAnalysis;
using Workflows.Runtime.Expressions;

namespace Workflows.Runtime.Activities;

/// <summary>A value of type <typeparamref name="T"/> an activity is given. Read it with <see cref="Get(ActivityExecutionContext)"/> while the activity runs.</summary>
/// <typeparam name="T">The type the activity asks for; what a document holds is converted to it.</typeparam>
[SuppressMessage("Design", "MA0048", Justification = "The generic sibling of Input.")]
public sealed class Input<T> : Input
{
    private T? _constant;
    private bool _isConstant;

    /// <summary>A literal.</summary>
    /// <param name="literal">The value for every run.</param>
    public Input(T? literal)
        : base(typeof(T))
    {
        _constant = literal;
        _isConstant = true;
    }

    /// <summary>A computed value.</summary>
    /// <param name="evaluate">Called once per execution that reads the input.</param>
    public Input(Func<ActivityExecutionContext, T?> evaluate)
        : base(typeof(T)) => Evaluator = new DelegateEvaluator(context => evaluate(context));

    /// <summary>A computed value that needs no context.</summary>
    /// <param name="evaluate">Called once per execution that reads the input.</param>
    public Input(Func<T?> evaluate)
        : base(typeof(T)) => Evaluator = new DelegateEvaluator(_ => evaluate());

    /// <summary>The value of a variable.</summary>
    /// <param name="variable">A variable of an enclosing container or of the workflow.</param>
    public Input(Variable variable)
        : base(typeof(T)) => Evaluator = new VariableEvaluator(variable, typeof(T));

    /// <summary>An expression; it is compiled with the definition.</summary>
    /// <param name="source">Notation and text.</param>
    public Input(ExpressionSource source)
        : base(typeof(T)) => Source = source;

    internal override object? Constant => _isConstant ? _constant : null;

    internal override object? Written => IsConstant ? GetStatic() : null;

    internal override bool IsConstant => _isConstant || Evaluator is { NeedsRun: false };

    /// <summary>The value for this run. It is evaluated at the first call of an execution and kept until the execution ends or waits.</summary>
    /// <param name="context">The run.</param>
    public T? Get(ActivityExecutionContext context)
    {
        if (_isConstant)
        {
            return _constant;
        }
        var value = context.EvaluateInput(this);
        return value is null ? default : (T)value;
    }

    /// <summary>The value, also while a trigger is indexed.</summary>
    /// <param name="context">The run or the indexing.</param>
    public T? Get(ExpressionExecutionContext context) => context.Get(this);

    /// <summary>As <see cref="Get(ActivityExecutionContext)"/>; the name Elsa's activities use for inputs that may be missing.</summary>
    /// <param name="context">The run.</param>
    public T? GetOrDefault(ActivityExecutionContext context) => Get(context);

    /// <summary>As <see cref="Get(ActivityExecutionContext)"/>, with a value for when there is none.</summary>
    /// <param name="context">The run.</param>
    /// <param name="fallback">The value instead of null.</param>
    public T GetOrDefault(ActivityExecutionContext context, Func<T> fallback) =>
        IsMissing ? fallback() : Get(context) ?? fallback();

    internal T? GetStatic() => Evaluator is { NeedsRun: false } literal ? (T?)literal.Evaluate(null!) : _constant;

    /// <summary>The value for a run in which the activity itself is not running yet.</summary>
    internal T? GetAhead(ActivityExecutionContext context) =>
        _isConstant ? _constant
        : Evaluator?.Evaluate(context) is { } value ? (T)value
        : default;

    internal override object? GetValue(ActivityExecutionContext context) => Get(context);

    internal override void Bind(InputEvaluator evaluator)
    {
        if (evaluator is ConstantEvaluator constant)
        {
            _constant = constant.Value is null ? default : (T)constant.Value;
            _isConstant = true;
        }
        else
        {
            Evaluator = evaluator;
        }
    }
}
