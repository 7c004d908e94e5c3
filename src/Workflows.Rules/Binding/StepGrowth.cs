using System.Linq.Expressions;

namespace Workflows.Rules.Binding;

/// <summary>
/// Estimates how often an expression goes through elements of lists. A parameter that holds a sequence is gone through
/// anew wherever it is used, so that a few of them, each made of the one before, can multiply to any time.
/// </summary>
internal sealed class StepGrowth : ExpressionVisitor
{
    private const double Elements = 1_000;

    private readonly Dictionary<ParameterExpression, double> _params = [];
    private double _steps;

    /// <summary>The steps of an expression, each list of an input counted as a thousand elements.</summary>
    public double Of(Expression expression)
    {
        var outer = _steps;
        _steps = 0;
        Visit(expression);
        (var steps, _steps) = (_steps, outer);
        return steps;
    }

    /// <summary>Remembers what using a parameter costs: nothing, unless it holds a sequence that has yet to be gone through.</summary>
    public void Remember(ParameterExpression param, Expression value)
    {
        if (param.Type.IsInterface)
        {
            _params[param] = Of(value);
        }
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _steps += _params.GetValueOrDefault(node);
        return node;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var functions = node.Arguments.OfType<LambdaExpression>().ToList();
        if (functions.Count == 0 && node.Method.DeclaringType != typeof(Enumerable))
        {
            return base.VisitMethodCall(node);
        }

        _steps += Elements;
        foreach (var part in node.Arguments)
        {
            _steps += part is LambdaExpression function ? Elements * Of(function.Body) : Of(part);
        }

        Visit(node.Object);
        return node;
    }
}
