using System.Linq.Expressions;

namespace Workflows.Storage.Segments;

/// <summary>Parts of a condition that do not depend on the contact: worked out once a question, before the query.</summary>
/// <param name="now">The input that is known.</param>
/// <param name="moment">Its value.</param>
internal sealed class ClosedParts(ParameterExpression now, DateTimeOffset moment)
{
    private readonly Dictionary<ParameterExpression, Expression> _variables = [];

    /// <summary>Remembers what a parameter of the rules stands for.</summary>
    public void Remember(ParameterExpression variable, Expression value) => _variables[variable] = value;

    /// <summary>The part without its parameters; null where it depends on the contact.</summary>
    public Expression? TryClose(Expression node)
    {
        var visitor = new Closing(this);
        var closed = visitor.Visit(node);
        return visitor.IsOpen ? null : closed;
    }

    private sealed class Closing(ClosedParts parts) : ExpressionVisitor
    {
        private readonly HashSet<ParameterExpression> _own = [];

        public bool IsOpen { get; private set; }

        public override Expression? Visit(Expression? node) => IsOpen ? node : base.Visit(node);

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            _own.UnionWith(node.Parameters);
            return base.VisitLambda(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (node == parts.Now)
            {
                return Expression.Constant(parts.Moment);
            }

            if (parts._variables.TryGetValue(node, out var value))
            {
                return Visit(value)!;
            }

            IsOpen |= !_own.Contains(node);
            return node;
        }
    }

    private ParameterExpression Now { get; } = now;

    private DateTimeOffset Moment { get; } = moment;
}
