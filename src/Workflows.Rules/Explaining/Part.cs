using System.Linq.Expressions;
using Workflows.Expressions.Lambda.Outlines;

namespace Workflows.Rules.Explaining;

/// <summary>A part of an expression, ready to be worked out for itself.</summary>
internal sealed class Part
{
    private readonly Lazy<Func<object?[], object?>>? _value;

    public Part(string text, OutlineNode node, LambdaExpression? lambda, IReadOnlyList<Part> parts, SlotCompiler slots)
    {
        Text = node.In(text);
        Node = node;
        Lambda = lambda;
        Parts = parts;
        _value = lambda is null ? null : new Lazy<Func<object?[], object?>>(() => slots.Compile(lambda));
    }

    public string Text { get; }

    public OutlineNode Node { get; }

    /// <summary>The part as a tree; null for one that means nothing outside its place, such as the list behind <c>in</c>.</summary>
    public LambdaExpression? Lambda { get; }

    public IReadOnlyList<Part> Parts { get; }

    /// <summary>The parameter or input the part is; null otherwise.</summary>
    public ParameterExpression? Variable => Lambda?.Body as ParameterExpression;

    /// <summary>Works the part out.</summary>
    /// <param name="values">The values of inputs and parameters, by slot.</param>
    /// <exception cref="Exception">Whatever the expression throws.</exception>
    public object? Evaluate(object?[] values) => _value?.Value(values);
}
