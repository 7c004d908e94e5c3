using System.Numerics;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Arithmetic over values of any numeric type; the wider of two types decides, as in C#.</summary>
internal sealed class NCalcArithmetic(NCalcDialect dialect, ExpressionLimits limits)
{
    private readonly bool _isChecked = dialect.Has(NCalcOptions.OverflowProtection);
    private readonly bool _concatenates = dialect.Has(NCalcOptions.StringConcat);

    /// <summary>Whether integers and doubles need no look at the options.</summary>
    public bool IsDirect => !_isChecked && !_concatenates;

    /// <summary>Adds, subtracts, multiplies, divides or takes the remainder, as formulas do.</summary>
    public object? Of(BinaryOperator operation, object? left, object? right) =>
        operation switch
        {
            BinaryOperator.Add => Add(left, right),
            BinaryOperator.Divide => Divide(left, right),
            _ => Apply(operation, left, right),
        };

    private object? Add(object? left, object? right)
    {
        if (
            _concatenates
            || ((left is string || right is string) && dialect.Has(NCalcOptions.NoStringTypeCoercion))
            || (left is string && right is string && !AreNumbers(left, right))
        )
        {
            return Join(left, right);
        }

        return Apply(BinaryOperator.Add, left, right);
    }

    private object? Divide(object? left, object? right)
    {
        if (left is int first && right is int second)
        {
            return Of(BinaryOperator.Divide, (double)first, second);
        }

        if (IsMissing(left) || IsMissing(right))
        {
            return null;
        }

        (left, right) = (Operand(left), Operand(right));
        var keepsType = left is decimal or double or float || right is decimal or double or float;
        return Apply(BinaryOperator.Divide, keepsType ? left : ToDouble(left), right);
    }

    /// <summary>Adds, subtracts, multiplies, divides or takes the remainder; no value in, no value out.</summary>
    public object? Apply(BinaryOperator operation, object? left, object? right)
    {
        if (left is int first && right is int second)
        {
            return Of(operation, first, second);
        }

        // Most formulas never get past these.
        switch (left, right)
        {
            case (double x, double y):
                return Of(operation, x, y);
            case (double x, int y):
                return Of(operation, x, y);
            case (int x, double y):
                return Of(operation, x, y);
        }

        if (IsMissing(left) || IsMissing(right))
        {
            return null;
        }

        var (a, b) = (Operand(left), Operand(right));

        var type = NCalcTypes.Wider(a, b);
        if (type is TypeCode.Empty)
        {
            throw Unfit(operation, a, b);
        }

        (a, b) = (Convert.ChangeType(a, type, dialect.Culture), Convert.ChangeType(b, type, dialect.Culture));
        return (a, b) switch
        {
            (decimal x, decimal y) => (object)Of(operation, x, y),
            (double x, double y) => Of(operation, x, y),
            (float x, float y) => Of(operation, x, y),
            (ulong x, ulong y) => Of(operation, x, y),
            (long x, long y) => Of(operation, x, y),
            (uint x, uint y) => Of(operation, x, y),
            (byte or sbyte or short or ushort or int, _) => Of(
                operation,
                Convert.ToInt32(a, dialect.Culture),
                Convert.ToInt32(b, dialect.Culture)
            ),
            _ => throw Unfit(operation, a, b),
        };
    }

    public object? Negate(object? value) => value is null ? null : Apply(BinaryOperator.Subtract, 0, Number(value));

    /// <summary>A value as arithmetic sees it: texts become numbers, letters their codes.</summary>
    public object Number(object value) =>
        value switch
        {
            int or double or decimal or long => value,
            string text => Parse(text),
            char letter => (int)letter,
            bool truth when dialect.Has(NCalcOptions.AllowBooleanCalculation) => truth ? 1 : 0,
            _ => value,
        };

    // No value, and an empty text, may count as nothing.
    private object Operand(object? value) =>
        value is null || (value is "" && dialect.Has(NCalcOptions.ArithmeticNullOrEmptyStringAsZero))
            ? 0
            : Number(value);

    // To a function a letter is what it shows.
    private static object? Readable(object? value) => value is char letter ? letter.ToString() : value;

    private string Join(object? left, object? right)
    {
        var (first, second) = (ToText(left), ToText(right));
        return first.Length + second.Length <= limits.MaxTextLength
            ? first + second
            : throw new ExpressionException(
                DiagnosticCodes.LimitReached,
                $"The text would have more than {limits.MaxTextLength} characters."
            );
    }

    public double ToDouble(object? value) =>
        value switch
        {
            double number => number,
            int number => number,
            _ => Convert.ToDouble(Readable(value), dialect.Culture),
        };

    public decimal ToDecimal(object? value) => Convert.ToDecimal(Readable(value), dialect.Culture);

    public int ToInteger(object? value) => Convert.ToInt32(Readable(value), dialect.Culture);

    public string ToText(object? value) => Convert.ToString(value, dialect.Culture) ?? "";

    private object Parse(string text) =>
        dialect.Has(NCalcOptions.DecimalAsDefault) ? decimal.Parse(text, dialect.Culture)
        : dialect.Has(NCalcOptions.LongAsDefault) ? (object)long.Parse(text, dialect.Culture)
        : double.Parse(text, dialect.Culture);

    private bool IsMissing(object? value) =>
        value is null && !dialect.Has(NCalcOptions.ArithmeticNullOrEmptyStringAsZero);

    private bool AreNumbers(object left, object right) =>
        double.TryParse((string)left, dialect.Culture, out _) && double.TryParse((string)right, dialect.Culture, out _);

    private T Of<T>(BinaryOperator operation, T a, T b)
        where T : struct, INumber<T> => _isChecked ? Checked(operation, a, b) : Unchecked(operation, a, b);

    private static T Checked<T>(BinaryOperator operation, T a, T b)
        where T : struct, INumber<T>
    {
        var result = operation switch
        {
            BinaryOperator.Add => checked(a + b),
            BinaryOperator.Subtract => checked(a - b),
            BinaryOperator.Multiply => checked(a * b),
            _ => Unchecked(operation, a, b),
        };
        return T.IsInfinity(result) && operation is not BinaryOperator.Modulo
            ? throw new OverflowException("The result is too large.")
            : result;
    }

    private static T Unchecked<T>(BinaryOperator operation, T a, T b)
        where T : struct, INumber<T> =>
        operation switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            _ => a % b,
        };

    private InvalidOperationException Unfit(BinaryOperator operation, object a, object b) =>
        new($"{ToText(a)} {Operators.Write(operation)} {ToText(b)}: {a.GetType().Name}, {b.GetType().Name}");
}
