using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Workflows.Storage.Segments;

/// <summary>
/// And, or and not over conditions of a query, with what is always true or always false, and what is said twice, left
/// out: rules that stand in line repeat each other.
/// </summary>
internal static class Logic
{
    public static readonly Expression True = Expression.Constant(true);
    public static readonly Expression False = Expression.Constant(false);

    public static Expression And(Expression left, Expression right) =>
        IsFalse(left) || IsFalse(right) ? False
        : IsTrue(left) ? right
        : IsTrue(right) ? left
        : Join(ExpressionType.AndAlso, left, right);

    public static Expression Or(Expression left, Expression right) =>
        IsTrue(left) || IsTrue(right) ? True
        : IsFalse(left) ? right
        : IsFalse(right) ? left
        : Join(ExpressionType.OrElse, left, right);

    public static Expression Not(Expression operand) =>
        operand switch
        {
            ConstantExpression { Value: true } => False,
            ConstantExpression { Value: false } => True,
            UnaryExpression { NodeType: ExpressionType.Not } not => not.Operand,
            BinaryExpression { NodeType: ExpressionType.AndAlso } both => Or(Not(both.Left), Not(both.Right)),
            BinaryExpression { NodeType: ExpressionType.OrElse } both => And(Not(both.Left), Not(both.Right)),
            _ => Expression.Not(operand),
        };

    public static Expression If(Expression test, Expression then, Expression otherwise) =>
        IsTrue(test) ? then
        : IsFalse(test) ? otherwise
        : Expression.Condition(test, then, otherwise);

    public static bool IsTrue(Expression node) => node is ConstantExpression { Value: true };

    public static bool IsFalse(Expression node) => node is ConstantExpression { Value: false };

    private static Expression Join(ExpressionType operation, Expression left, Expression right)
    {
        var said = new HashSet<Expression>(Parts(operation, left), ExpressionEqualityComparer.Instance);
        return Parts(operation, right)
            .Where(said.Add)
            .Aggregate(left, (all, part) => Expression.MakeBinary(operation, all, part));
    }

    private static IEnumerable<Expression> Parts(ExpressionType operation, Expression node) =>
        node is BinaryExpression binary && binary.NodeType == operation
            ? Parts(operation, binary.Left).Concat(Parts(operation, binary.Right))
            : [node];
}
