using System.Diagnostics;
using System.Linq.Expressions;
using Workflows.Expressions.Syntax;
using Linq = System.Linq.Expressions.Expression;

namespace Workflows.Expressions.NCalc.Delegates;

/// <summary>Arithmetic and comparison with static types: two numbers meet in the wider type, texts are compared by code units.</summary>
internal sealed class DelegateOperators(NCalcDialect dialect)
{
    // The widest first.
    private static readonly Type[] Numbers =
    [
        typeof(decimal),
        typeof(double),
        typeof(float),
        typeof(ulong),
        typeof(long),
        typeof(uint),
        typeof(int),
        typeof(ushort),
        typeof(short),
        typeof(byte),
        typeof(sbyte),
    ];

    private readonly bool _isChecked = dialect.Has(NCalcOptions.OverflowProtection);

    public BinaryExpression Build(BinaryOperator operation, Linq left, Linq right)
    {
        (left, right) = Meet(Operand(left), Operand(right));
        return (left.Type == typeof(string) || right.Type == typeof(string)) && IsComparison(operation)
            ? CompareTexts(operation, left, right)
            : Apply(operation, left, right);
    }

    private Linq Operand(Linq operand)
    {
        if (Nullable.GetUnderlyingType(operand.Type) is { } type)
        {
            operand = Linq.Coalesce(operand, Linq.Default(type));
        }

        return operand.Type == typeof(bool) && dialect.Has(NCalcOptions.AllowBooleanCalculation)
            ? Linq.Condition(operand, Linq.Constant(1.0), Linq.Constant(0.0))
            : operand;
    }

    private static (Linq Left, Linq Right) Meet(Linq left, Linq right)
    {
        var (a, b) = (Array.IndexOf(Numbers, left.Type), Array.IndexOf(Numbers, right.Type));
        if (a < 0 || b < 0)
        {
            return (left, right);
        }

        var wider = Numbers[Math.Min(a, b)];
        return (To(left, wider), To(right, wider));
    }

    private static Linq To(Linq value, Type type) => value.Type == type ? value : Linq.Convert(value, type);

    private static bool IsComparison(BinaryOperator operation) =>
        operation is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    private BinaryExpression CompareTexts(BinaryOperator operation, Linq left, Linq right)
    {
        var comparer = Linq.Constant(
            dialect.Has(NCalcOptions.CaseInsensitiveStringComparer) ? dialect.TextComparer : StringComparer.Ordinal,
            typeof(StringComparer)
        );
        var order = Linq.Call(
            comparer,
            typeof(StringComparer).GetMethod(nameof(StringComparer.Compare), [typeof(string), typeof(string)])!,
            left,
            right
        );
        return Apply(operation, order, Linq.Constant(0));
    }

    private BinaryExpression Apply(BinaryOperator operation, Linq left, Linq right) =>
        operation switch
        {
            BinaryOperator.Equal => Linq.Equal(left, right),
            BinaryOperator.NotEqual => Linq.NotEqual(left, right),
            BinaryOperator.Less => Linq.LessThan(left, right),
            BinaryOperator.LessOrEqual => Linq.LessThanOrEqual(left, right),
            BinaryOperator.Greater => Linq.GreaterThan(left, right),
            BinaryOperator.GreaterOrEqual => Linq.GreaterThanOrEqual(left, right),
            BinaryOperator.Add => _isChecked ? Linq.AddChecked(left, right) : Linq.Add(left, right),
            BinaryOperator.Subtract => _isChecked ? Linq.SubtractChecked(left, right) : Linq.Subtract(left, right),
            BinaryOperator.Multiply => _isChecked ? Linq.MultiplyChecked(left, right) : Linq.Multiply(left, right),
            BinaryOperator.Divide => Linq.Divide(left, right),
            BinaryOperator.Modulo => Linq.Modulo(left, right),
            _ => throw new UnreachableException(),
        };
}
