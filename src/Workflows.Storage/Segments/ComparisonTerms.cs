using System.Linq.Expressions;
using Workflows.Marketing.Segments;

namespace Workflows.Storage.Segments;

/// <summary>Comparisons as C# makes them: null equals null, and is neither more nor less than anything.</summary>
internal static class ComparisonTerms
{
    public static Term Compare(ExpressionType operation, Term left, Term right)
    {
        var fails = Logic.Or(left.Fails, right.Fails);
        if (operation == ExpressionType.NotEqual)
        {
            var equal = Compare(ExpressionType.Equal, left, right);
            return equal with { Value = Logic.Not(equal.Value) };
        }

        var bothThere = Logic.And(Logic.Not(left.IsNull), Logic.Not(right.IsNull));
        if (Logic.IsFalse(bothThere))
        {
            var bothNull = Logic.And(left.IsNull, right.IsNull);
            return Term.Condition(operation == ExpressionType.Equal ? bothNull : Logic.False, fails);
        }

        var value = Logic.And(bothThere, Compared(operation, left, right));
        return Term.Condition(
            operation == ExpressionType.Equal ? Logic.Or(Logic.And(left.IsNull, right.IsNull), value) : value,
            fails
        );
    }

    private static Expression Compared(ExpressionType operation, Term left, Term right)
    {
        var isEqual = operation == ExpressionType.Equal;
        if (left.Type == typeof(string) || right.Type == typeof(string))
        {
            return isEqual && left.Type == right.Type
                ? Expression.Equal(left.Value, right.Value)
                : throw new DeclinedException(PlanReason.Culture);
        }

        if (left.Type == typeof(bool) && right.Type == typeof(bool) && isEqual)
        {
            return SameTruth(left.Value, right.Value);
        }

        if (left.Type == typeof(DateTimeOffset) && right.Type == typeof(DateTimeOffset))
        {
            return left.Value.Type == right.Value.Type
                ? Expression.MakeBinary(operation, left.Value, right.Value)
                : Expression.MakeBinary(operation, TimeTerms.Ticks(left), TimeTerms.Ticks(right));
        }

        var (first, second) = NumberTerms.Common(left, right);
        // SQLite keeps decimals as text, where 1.0 and 1 differ; its comparison of more and less knows better.
        return isEqual && first.Type == typeof(decimal)
            ? Expression.AndAlso(
                Expression.GreaterThanOrEqual(first, second),
                Expression.LessThanOrEqual(first, second)
            )
            : Expression.MakeBinary(operation, first, second);
    }

    private static Expression SameTruth(Expression left, Expression right) =>
        Logic.IsTrue(left) ? right
        : Logic.IsTrue(right) ? left
        : Logic.IsFalse(left) ? Logic.Not(right)
        : Logic.IsFalse(right) ? Logic.Not(left)
        : Logic.Or(Logic.And(left, right), Logic.And(Logic.Not(left), Logic.Not(right)));
}
