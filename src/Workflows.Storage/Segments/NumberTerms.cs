using System.Linq.Expressions;
using Workflows.Marketing.Segments;

namespace Workflows.Storage.Segments;

/// <summary>Numbers: conversions that lose nothing, and the arithmetic of 32-bit whole numbers, which wraps around in rules.</summary>
internal static class NumberTerms
{
    /// <summary>Both values in one type that holds either without loss.</summary>
    public static (Expression Left, Expression Right) Common(Term left, Term right)
    {
        var type =
            left.Type == right.Type && left.Value.Type == right.Value.Type ? left.Value.Type
            : Is(typeof(double)) ? typeof(double)
            : Is(typeof(decimal)) ? typeof(decimal)
            : typeof(long);
        return (As(left, type), As(right, type));

        bool Is(Type wanted) => left.Type == wanted || right.Type == wanted;
    }

    /// <summary>The same number in another type.</summary>
    public static Term Convert(Term term, Type type) =>
        term.Type == type ? term : term with { Type = type, Value = As(term, type), Constant = null };

    /// <summary>Sum, difference, product, quotient or remainder of whole numbers.</summary>
    public static Term Calculate(ExpressionType operation, Term left, Term right)
    {
        if (left.Type != typeof(int) || right.Type != typeof(int))
        {
            throw new DeclinedException(PlanReason.Arithmetic);
        }

        var result = new Term(typeof(int), Expression.Constant(0L))
        {
            IsNull = Logic.Or(left.IsNull, right.IsNull),
            Fails = Logic.Or(left.Fails, right.Fails),
        };
        var (first, second) = (Wide(left), Wide(right));
        return operation is ExpressionType.Divide or ExpressionType.Modulo
            ? Divide(result, operation, first, second)
            : result with
            {
                Value = Wrapped(Expression.MakeBinary(operation, first, second)),
            };
    }

    /// <summary>The number with its sign turned.</summary>
    public static Term Negate(Term term) =>
        term.Type == typeof(int)
            ? term with
            {
                Value = Wrapped(Expression.Subtract(Expression.Constant(0L), Wide(term))),
                Constant = null,
            }
            : throw new DeclinedException(PlanReason.Arithmetic);

    // The query must not divide by zero even where the rule fails: it would fail for everybody.
    private static Term Divide(Term result, ExpressionType operation, Expression left, Expression right)
    {
        var isZero = Expression.Equal(right, Expression.Constant(0L));
        var runsOver = Expression.AndAlso(
            Expression.Equal(left, Expression.Constant((long)int.MinValue)),
            Expression.Equal(right, Expression.Constant(-1L))
        );
        var isSafe = right is ConstantExpression { Value: not 0L and not -1L };
        var divisor = isSafe ? right : Expression.Condition(isZero, Expression.Constant(1L), right);
        var fails = isSafe ? Logic.False : Logic.Or(isZero, runsOver);
        return result with
        {
            Value = Expression.MakeBinary(operation, left, divisor),
            // A null operand makes the result null, and nothing is divided.
            Fails = Logic.Or(result.Fails, Logic.And(Logic.Not(result.IsNull), fails)),
        };
    }

    // Two's complement by hand: neither database has 32-bit numbers that run over.
    private static BinaryExpression Wrapped(Expression value) =>
        Expression.Subtract(
            Expression.And(Expression.Add(value, Expression.Constant(0x8000_0000L)), Expression.Constant(0xFFFF_FFFFL)),
            Expression.Constant(0x8000_0000L)
        );

    private static Expression Wide(Term term) => As(term, typeof(long));

    private static Expression As(Term term, Type type)
    {
        if (term.Value is ConstantExpression { Value: IConvertible number } && IsNumber(term.Type) && IsNumber(type))
        {
            return IsLossless(term.Type, type)
                ? Expression.Constant(
                    System.Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture)
                )
                : throw new DeclinedException(PlanReason.Arithmetic);
        }

        return term.Value.Type == type && (term.Type == type || IsNumber(term.Type)) ? term.Value
            : term.Value.Type == typeof(int) && type == typeof(long)
                ? Expression.Call(SegmentFunctions.LongMethod, term.Value)
            : IsLossless(term.Type, type) ? Expression.Convert(term.Value, type)
            : IsNumber(term.Type) && IsNumber(type) ? throw new DeclinedException(PlanReason.Arithmetic)
            : throw new DeclinedException(PlanReason.NotTranslated);
    }

    private static bool IsNumber(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double);

    private static bool IsLossless(Type from, Type to) =>
        from == to || (from == typeof(int) && IsNumber(to)) || (from == typeof(long) && to == typeof(decimal));
}
