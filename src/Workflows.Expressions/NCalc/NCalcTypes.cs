namespace Workflows.Expressions.NCalc;

/// <summary>In which type two values meet.</summary>
internal static class NCalcTypes
{
    // The one that says most about a value comes first.
    private static readonly Type[] Precision =
    [
        typeof(decimal),
        typeof(double),
        typeof(float),
        typeof(long),
        typeof(ulong),
        typeof(int),
        typeof(uint),
        typeof(short),
        typeof(ushort),
        typeof(byte),
        typeof(sbyte),
        typeof(char),
        typeof(bool),
        typeof(string),
        typeof(object),
    ];

    /// <summary>The type two values are compared in; the first one's where neither says anything.</summary>
    public static Type MostPrecise(Type left, Type right)
    {
        var (a, b) = (Array.IndexOf(Precision, left), Array.IndexOf(Precision, right));
        return (a, b) switch
        {
            (< 0, < 0) => left,
            (< 0, _) => right,
            (_, < 0) => left,
            _ => a <= b ? left : right,
        };
    }

    /// <summary>The type two numbers are computed in, or <see cref="TypeCode.Empty"/> where one is no number.</summary>
    /// <remarks>The wider one; a fraction goes before a whole number of the same size, and two of the same size that differ in their sign become wider.</remarks>
    public static TypeCode Wider(object left, object right)
    {
        var (a, b) = (CodeOf(left), CodeOf(right));
        var (bitsA, bitsB) = (Bits(a), Bits(b));
        if (a == b)
        {
            return bitsA == 0 ? TypeCode.Empty : a;
        }

        return bitsA == 0 || bitsB == 0 ? TypeCode.Empty
            : (IsFraction(a) && !IsFraction(b)) || bitsA > bitsB ? a
            : bitsA == bitsB && IsUnsigned(a) != IsUnsigned(b) ? Signed(bitsA)
            : b;
    }

    private static TypeCode CodeOf(object value) => value is Enum ? TypeCode.Empty : Type.GetTypeCode(value.GetType());

    private static int Bits(TypeCode type) =>
        type switch
        {
            TypeCode.SByte or TypeCode.Byte => 8,
            TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char => 16,
            TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 32,
            TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 64,
            TypeCode.Decimal => 128,
            _ => 0,
        };

    private static bool IsFraction(TypeCode type) => type is TypeCode.Single or TypeCode.Double or TypeCode.Decimal;

    private static bool IsUnsigned(TypeCode type) =>
        type is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64;

    private static TypeCode Signed(int bits) =>
        bits switch
        {
            < 32 => TypeCode.Int32,
            32 => TypeCode.Int64,
            _ => TypeCode.UInt64,
        };
}
