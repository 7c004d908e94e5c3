using System.Linq.Expressions;

namespace Workflows.Expressions.Lambda;

/// <summary>Counts how often a tree joins texts.</summary>
internal sealed class Concatenations : ExpressionVisitor
{
    private int _count;

    public static int In(System.Linq.Expressions.Expression body)
    {
        var counter = new Concatenations();
        counter.Visit(body);
        return counter._count;
    }

    protected override System.Linq.Expressions.Expression VisitMethodCall(MethodCallExpression node)
    {
        _count += node.Method.DeclaringType == typeof(string) && node.Method.Name is "Concat" ? 1 : 0;
        return base.VisitMethodCall(node);
    }

    // What members a dynamic value has is not known here, and does not matter.
    protected override System.Linq.Expressions.Expression VisitDynamic(DynamicExpression node) => node;
}
