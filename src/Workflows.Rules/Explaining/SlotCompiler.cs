using System.Linq.Expressions;

namespace Workflows.Rules.Explaining;

/// <summary>Gives every input and parameter a place in one array, and compiles parts of expressions to read from it.</summary>
internal sealed class SlotCompiler : ExpressionVisitor
{
    private readonly Dictionary<ParameterExpression, int> _slots = [];
    private readonly ParameterExpression _values = Expression.Parameter(typeof(object?[]), "values");

    /// <summary>The number of places.</summary>
    public int Count => _slots.Count;

    public int SlotOf(ParameterExpression variable)
    {
        if (!_slots.TryGetValue(variable, out var slot))
        {
            _slots.Add(variable, slot = _slots.Count);
        }

        return slot;
    }

    public Func<object?[], object?> Compile(LambdaExpression part) =>
        Expression
            .Lambda<Func<object?[], object?>>(Expression.Convert(Visit(part.Body), typeof(object)), _values)
            .Compile();

    // A variable of a lambda inside the expression has no slot and stays.
    protected override Expression VisitParameter(ParameterExpression node) =>
        _slots.TryGetValue(node, out var slot)
            ? Expression.Convert(Expression.ArrayIndex(_values, Expression.Constant(slot)), node.Type)
            : node;
}
