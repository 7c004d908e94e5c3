using System.Linq.Expressions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Works out the parts of conditions that do not depend on the inputs, parameters of the rule set included.</summary>
internal sealed class Constants(IReadOnlyDictionary<ParameterExpression, Expression> parameters)
{
    private readonly Dictionary<ParameterExpression, ConstantExpression?> _known = [];

    /// <summary>The constant that an expression is; null when it depends on an input, or fails.</summary>
    public ConstantExpression? Find(Expression expression)
    {
        if (expression is ConstantExpression constant)
        {
            return constant;
        }

        var free = new Closing(this);
        var closed = free.Visit(expression);
        return free.IsOpen ? null : Evaluate(closed);
    }

    private ConstantExpression? Find(ParameterExpression parameter)
    {
        if (!_known.TryGetValue(parameter, out var constant))
        {
            constant = parameters.TryGetValue(parameter, out var value) ? Find(value) : null;
            _known[parameter] = constant;
        }

        return constant;
    }

    private static ConstantExpression? Evaluate(Expression closed)
    {
        try
        {
            var boxed = Expression.Lambda<Func<object?>>(Expression.Convert(closed, typeof(object)));
            return Expression.Constant(boxed.Compile(preferInterpretation: true)(), closed.Type);
        }
        // An author's expression may throw anything; then it is no constant.
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Puts constant parameters in their places and notices what is left.</summary>
    private sealed class Closing(Constants constants) : ExpressionVisitor
    {
        public bool IsOpen { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            var constant = constants.Find(node);
            IsOpen |= constant is null;
            return constant ?? (Expression)node;
        }

        // Functions over lists have variables of their own: not constants worth finding.
        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            IsOpen = true;
            return node;
        }
    }
}
