using System.Linq.Expressions;

namespace Workflows.Storage.Segments;

/// <summary>And, or and not over conditions of a query, with what is always true or always false left out.</summary>
internal static class Logic
{
    public static readonly Expression True = Expression.Constant(true);
    public static readonly Expression False = Expression.Constant(false);

    public static Expression And(Expression left, Expression right) =>
        IsFalse(left) || IsFalse(right) ? False
        : IsTrue(left) ? right
        : IsTrue(right) ? left
        : Expression.AndAlso(left, right);

    public static Expression Or(Expression left, Expression right) =>
        IsTrue(left) || IsTrue(right) ? True
        : IsFalse(left) ? right
        : IsFalse(right) ? left
        : Expression.OrElse(left, right);

    public static Expression Not(Expression operand) =>
        IsTrue(operand) ? False
        : IsFalse(operand) ? True
        : operand is UnaryExpression { NodeType: ExpressionType.Not } not ? not.Operand
        : Expression.Not(operand);

    public static Expression If(Expression test, Expression then, Expression otherwise) =>
        IsTrue(test) ? then
        : IsFalse(test) ? otherwise
        : Expression.Condition(test, then, otherwise);

    public static bool IsTrue(Expression node) => node is ConstantExpression { Value: true };

    public static bool IsFalse(Expression node) => node is ConstantExpression { Value: false };
}
