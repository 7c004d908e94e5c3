using System.Linq.Expressions;

namespace Workflows.Rules.Compilation;

/// <summary>Compares expressions by their structure. What it does not know is never the same.</summary>
internal static class SameTree
{
    public static int Hash(Expression node)
    {
        var hash = new Hasher();
        hash.Visit(node);
        return hash.Value;
    }

    public static bool Equal(Expression? left, Expression? right) => Equal(left, right, []);

    private static bool Equal(
        Expression? left,
        Expression? right,
        Dictionary<ParameterExpression, ParameterExpression> functions
    )
    {
        if (left is null || right is null || left.NodeType != right.NodeType || left.Type != right.Type)
        {
            return left is null && right is null;
        }

        bool Same(Expression? a, Expression? b) => Equal(a, b, functions);
        bool All(IReadOnlyList<Expression> a, IReadOnlyList<Expression> b) =>
            a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second));

        return (left, right) switch
        {
            (ConstantExpression a, ConstantExpression b) => Equals(a.Value, b.Value),
            (ParameterExpression a, ParameterExpression b) => functions.GetValueOrDefault(a, a) == b,
            (MemberExpression a, MemberExpression b) => a.Member == b.Member && Same(a.Expression, b.Expression),
            (UnaryExpression a, UnaryExpression b) => a.Method == b.Method && Same(a.Operand, b.Operand),
            (BinaryExpression a, BinaryExpression b) => a.Method == b.Method
                && a.Conversion is null
                && b.Conversion is null
                && Same(a.Left, b.Left)
                && Same(a.Right, b.Right),
            (ConditionalExpression a, ConditionalExpression b) => Same(a.Test, b.Test)
                && Same(a.IfTrue, b.IfTrue)
                && Same(a.IfFalse, b.IfFalse),
            (MethodCallExpression a, MethodCallExpression b) => a.Method == b.Method
                && Same(a.Object, b.Object)
                && All(a.Arguments, b.Arguments),
            (NewExpression a, NewExpression b) => a.Constructor == b.Constructor && All(a.Arguments, b.Arguments),
            (NewArrayExpression a, NewArrayExpression b) => All(a.Expressions, b.Expressions),
            (LambdaExpression a, LambdaExpression b) => SameFunction(a, b, functions),
            _ => false,
        };
    }

    private static bool SameFunction(
        LambdaExpression left,
        LambdaExpression right,
        Dictionary<ParameterExpression, ParameterExpression> functions
    )
    {
        if (left.Parameters.Count != right.Parameters.Count)
        {
            return false;
        }

        var inner = new Dictionary<ParameterExpression, ParameterExpression>(functions);
        foreach (var (a, b) in left.Parameters.Zip(right.Parameters))
        {
            inner[a] = b;
        }

        return Equal(left.Body, right.Body, inner);
    }

    private sealed class Hasher : ExpressionVisitor
    {
        private HashCode _hash;

        public int Value => _hash.ToHashCode();

        public override Expression? Visit(Expression? node)
        {
            if (node is not null)
            {
                _hash.Add(node.NodeType);
                _hash.Add(node.Type);
            }

            return base.Visit(node);
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            _hash.Add(node.Member.Name, StringComparer.Ordinal);
            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            _hash.Add(node.Method.Name, StringComparer.Ordinal);
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            _hash.Add(node.Value);
            return node;
        }
    }
}
