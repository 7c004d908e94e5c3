using System.Numerics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>What operators and functions mean in a dialect.</summary>
internal sealed class NCalcMath
{
    private const int LargestFactorial = 170;
    private const decimal Nothing = 0.0000000000000000000000000000m;
    private readonly NCalcDialect _dialect;

    public NCalcMath(NCalcDialect dialect, ExpressionLimits limits)
    {
        _dialect = dialect;
        Arithmetic = new NCalcArithmetic(dialect, limits);
        Comparison = new NCalcComparison(dialect, Arithmetic, limits);
        UsesDecimal = dialect.Has(NCalcOptions.DecimalAsDefault);
    }

    public NCalcDialect Dialect => _dialect;

    public NCalcArithmetic Arithmetic { get; }

    public NCalcComparison Comparison { get; }

    public bool UsesDecimal { get; }

    public bool IsStrict => _dialect.Has(NCalcOptions.StrictTypeMatching);

    public double Double(object? value) => Arithmetic.ToDouble(value);

    public decimal Decimal(object? value) => Arithmetic.ToDecimal(value);

    public string Text(object? value) => Arithmetic.ToText(value);

    public bool Truth(object? value) => value is bool truth ? truth : Convert.ToBoolean(value, _dialect.Culture);

    public object Power(object? value, object? exponent)
    {
        if (!UsesDecimal && value is not decimal)
        {
            return Math.Pow(Double(value), Double(exponent));
        }

        // Decimals know only whole exponents.
        var (factor, times) = (Decimal(value), decimal.Truncate(Decimal(exponent)));
        if (factor == 0m && times < 0m)
        {
            throw new ArgumentException("Zero has no negative power.", nameof(exponent));
        }

        try
        {
            var power = factor == 1m ? 1m : Power(factor, (uint)Math.Abs(times));
            return times < 0m ? 1m / power : power;
        }
        catch (OverflowException) when (times < 0m)
        {
            return Nothing;
        }
    }

    public object Round(object? value, object? digits)
    {
        var mode = _dialect.Has(NCalcOptions.RoundAwayFromZero)
            ? MidpointRounding.AwayFromZero
            : MidpointRounding.ToEven;
        var places = Arithmetic.ToInteger(digits);
        return UsesDecimal || value is decimal
            ? Math.Round(Decimal(value), places, mode)
            : Math.Round(Double(value), places, mode);
    }

    public object Sign(object? value) =>
        UsesDecimal || value is decimal ? Math.Sign(Decimal(value)) : Math.Sign(Double(value));

    public object? Larger(object? left, object? right) => Choose(left, right, 1);

    public object? Smaller(object? left, object? right) => Choose(left, right, -1);

    public object Shift(object? value, object? by, bool isLeft)
    {
        var bits = Convert.ToUInt64(value, _dialect.Culture);
        var count = Convert.ToInt32(by, _dialect.Culture);
        return isLeft ? bits << count : bits >> count;
    }

    public object Bitwise(BinaryOperator operation, object? left, object? right)
    {
        var (a, b) = (Convert.ToUInt64(left, _dialect.Culture), Convert.ToUInt64(right, _dialect.Culture));
        return operation switch
        {
            BinaryOperator.BitwiseAnd => a & b,
            BinaryOperator.BitwiseOr => a | b,
            _ => a ^ b,
        };
    }

    public object BitwiseNot(object? value) => ~Convert.ToUInt64(value, _dialect.Culture);

    /// <summary>The factorial in the type of its operand; integers wrap as all integer arithmetic here does.</summary>
    public static object Factorial(object? value) =>
        value switch
        {
            int number => Product(number),
            long number => Product(number),
            double number => Product(number),
            float number => Product(number),
            decimal number => Product(number),
            _ => throw new ArgumentException("A factorial is taken of a number.", nameof(value)),
        };

    private static T Product<T>(T value)
        where T : INumber<T>
    {
        if (T.IsNaN(value) || value < T.Zero || value > T.CreateChecked(LargestFactorial))
        {
            throw new ArgumentOutOfRangeException(nameof(value), $"A factorial is taken of 0 to {LargestFactorial}.");
        }

        var product = T.One;
        for (var factor = T.One; factor <= value; factor++)
        {
            product = unchecked(product * factor);
        }

        return product;
    }

    // Where there is one value only it is the answer as it is; what is no number has no order here.
    private object? Choose(object? left, object? right, int sign)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        var (a, b) = (Arithmetic.Number(left), Arithmetic.Number(right));
        if (NCalcTypes.Wider(a, b) is var type && type is TypeCode.Empty)
        {
            return null;
        }

        (a, b) = (Convert.ChangeType(a, type, _dialect.Culture), Convert.ChangeType(b, type, _dialect.Culture));
        return Comparison.Compare(a, b) switch
        {
            { } order => (sign > 0 ? order >= 0 : order < 0) ? a : b,
            null => a is double.NaN or float.NaN ? a : b,
        };
    }

    private static decimal Power(decimal factor, uint times)
    {
        var power = 1m;
        for (var left = times; left > 0; left >>= 1)
        {
            power *= (left & 1) == 1 ? factor : 1m;
            factor = left > 1 ? factor * factor : factor;
        }

        // Without the zeros at the end that say nothing.
        return power / 1.0000000000000000000000000000m;
    }
}
