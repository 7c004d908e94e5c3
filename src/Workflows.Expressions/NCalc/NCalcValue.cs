using System.Runtime.CompilerServices;
using Workflows.Expressions.Evaluation;

namespace Workflows.Expressions.NCalc;

/// <summary>A value while a formula computes: the common kinds without an object of their own, all others as they are.</summary>
/// <remarks>Two words, so that it travels in registers: what kind it is (or the object itself), and the bits.</remarks>
internal readonly struct NCalcValue
{
    private static readonly object IntegerKind = new();
    private static readonly object LongKind = new();
    private static readonly object DoubleKind = new();
    private static readonly object BooleanKind = new();
    private static readonly object True = true;
    private static readonly object False = false;

    private readonly object? _kind;
    private readonly long _bits;

    private NCalcValue(object? kind, long bits)
    {
        _kind = kind;
        _bits = bits;
    }

    public bool IsNull => _kind is null;

    public bool IsInteger => ReferenceEquals(_kind, IntegerKind);

    public bool IsLong => ReferenceEquals(_kind, LongKind);

    public bool IsDouble => ReferenceEquals(_kind, DoubleKind);

    public bool IsBoolean => ReferenceEquals(_kind, BooleanKind);

    public int Integer => (int)_bits;

    public long Long => _bits;

    public double Double => BitConverter.Int64BitsToDouble(_bits);

    public bool Boolean => _bits != 0;

    /// <summary>The object, where the value is one; a kind that says nothing otherwise.</summary>
    public object? Reference => _kind;

    public static NCalcValue Of(int value) => new(IntegerKind, value);

    public static NCalcValue Of(long value) => new(LongKind, value);

    public static NCalcValue Of(double value) => new(DoubleKind, BitConverter.DoubleToInt64Bits(value));

    public static NCalcValue Of(bool value) => new(BooleanKind, value ? 1 : 0);

    public static NCalcValue Of(string? value) => new(value, 0);

    public static NCalcValue From(object? value) =>
        value switch
        {
            int number => Of(number),
            double number => Of(number),
            string text => Of(text),
            bool truth => Of(truth),
            long number => Of(number),
            _ => new NCalcValue(PlainJson.Unwrap(value), 0) is var plain && ReferenceEquals(plain._kind, value)
                ? plain
                : From(plain._kind),
        };

    /// <summary>The number as a double, where it is an integer or a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDouble(out double value)
    {
        value = IsInteger ? Integer : Double;
        return IsInteger || IsDouble;
    }

    /// <summary>The number as a decimal, where it is a decimal or an integer.</summary>
    public bool TryDecimal(out decimal value)
    {
        value =
            _kind is decimal exact ? exact
            : IsInteger || IsLong ? _bits
            : 0;
        return _kind is decimal || IsInteger || IsLong;
    }

    public object? ToObject() =>
        IsInteger ? Integer
        : IsDouble ? Double
        : IsBoolean ? (Boolean ? True : False)
        : IsLong ? Long
        : _kind;
}
