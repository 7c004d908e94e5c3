using System.Collections;

namespace Workflows.Expressions.NCalc;

/// <summary>Comparison of values of any types: the types meet in the one that says most about both.</summary>
internal sealed class NCalcComparison(NCalcDialect dialect, NCalcArithmetic arithmetic, ExpressionLimits limits)
{
    private readonly StringComparer _texts = dialect.TextComparer;
    private readonly bool _isPlain = !dialect.Has(NCalcOptions.CaseInsensitiveStringComparer);
    private readonly bool _isStrict = dialect.Has(NCalcOptions.StrictTypeMatching);

    public LikePattern Pattern { get; } =
        new(dialect.Culture, dialect.Has(NCalcOptions.CaseInsensitiveStringComparer), limits);

    public bool AreEqual(object? left, object? right)
    {
        (left, right) = (Present(left), Present(right));
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (left is string text && right is string other)
        {
            return AreEqual(text, other);
        }

        return (!_isStrict || left.GetType() == right.GetType()) && Compare(left, right) == 0;
    }

    /// <summary>The same for values of a computation; texts and truth values are compared as they are.</summary>
    public bool AreEqual(NCalcValue left, NCalcValue right)
    {
        if (left.Reference is string text && right.Reference is string other)
        {
            return AreEqual(text, other);
        }

        return left.IsBoolean && right.IsBoolean
            ? left.Boolean == right.Boolean
            : AreEqual(left.ToObject(), right.ToObject());
    }

    // Comparing by culture is slow, and needless for equal texts and for those of printable ASCII.
    private bool AreEqual(string left, string right) =>
        string.Equals(left, right, StringComparison.Ordinal)
        || ((!_isPlain || !IsPrintableAscii(left) || !IsPrintableAscii(right)) && _texts.Equals(left, right));

    private static bool IsPrintableAscii(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    /// <summary>The order of two values, or null where one of them is missing.</summary>
    public int? Order(object? left, object? right) =>
        (Present(left), Present(right)) switch
        {
            (null, null) => 0,
            ({ } first, { } second) => Compare(first, second),
            _ => null,
        };

    public bool Contains(object? left, IEnumerable items)
    {
        foreach (var item in items)
        {
            if (IsElement(left, item))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsLike(object? value, object? pattern) =>
        value is not null
        && pattern is not null
        && Pattern.Matches(arithmetic.ToText(value), arithmetic.ToText(pattern));

    // A list may hold values that cannot be compared with the one looked for; they are just not it.
    private bool IsElement(object? left, object? item)
    {
        if (left is not null && item is not null && item is Array != left is Array)
        {
            throw new ExpressionException("A list cannot be compared with a single value.");
        }

        if ((left, item) is (string text, char letter))
        {
            return text.Length == 1 && text[0] == letter;
        }

        try
        {
            return AreEqual(left, item);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private int Compare(object left, object right)
    {
        if (left is int first && right is int second)
        {
            return first.CompareTo(second);
        }

        if (left is string written && right is string other)
        {
            return _texts.Compare(written, other);
        }

        if (left is bool && right is bool or string || right is bool && left is string)
        {
            return Convert.ToBoolean(left, dialect.Culture).CompareTo(Convert.ToBoolean(right, dialect.Culture));
        }

        (left, right) = (Comparable(left), Comparable(right));
        if (left is string || right is string)
        {
            return CompareWithText(left, right);
        }

        return NCalcArithmetic.Wider(left, right) is not TypeCode.Empty and var type
            ? CompareNumbers(type, left, right)
            : CompareOthers(left, right);
    }

    private int CompareWithText(object left, object right)
    {
        var other = left is string ? right : left;
        if (NCalcArithmetic.Wider(other, 0) is not TypeCode.Empty)
        {
            var (a, b) = (arithmetic.Operand(left)!, arithmetic.Operand(right)!);
            return CompareNumbers(NCalcArithmetic.Wider(a, b), a, b);
        }

        return _texts.Compare(arithmetic.ToText(left), arithmetic.ToText(right));
    }

    private int CompareNumbers(TypeCode type, object left, object right) =>
        type switch
        {
            TypeCode.Decimal when FitsDecimal(left) && FitsDecimal(right) => arithmetic
                .ToDecimal(left)
                .CompareTo(arithmetic.ToDecimal(right)),
            TypeCode.Decimal or TypeCode.Double or TypeCode.Single => arithmetic
                .ToDouble(left)
                .CompareTo(arithmetic.ToDouble(right)),
            TypeCode.UInt64 => arithmetic.ToDecimal(left).CompareTo(arithmetic.ToDecimal(right)),
            _ => Convert.ToInt64(left, dialect.Culture).CompareTo(Convert.ToInt64(right, dialect.Culture)),
        };

    private static bool FitsDecimal(object value) =>
        value is not (double or float) || Math.Abs(Convert.ToDouble(value, null)) < (double)decimal.MaxValue;

    private static int CompareOthers(object left, object right)
    {
        if (left.GetType() != right.GetType() && left is IConvertible && right is IConvertible)
        {
            right = Convert.ChangeType(right, left.GetType(), null);
        }

        return Comparer.DefaultInvariant.Compare(left, right);
    }

    // Where empty text counts as no value in arithmetic, it does so here, too.
    private object? Present(object? value) =>
        value is "" && dialect.Has(NCalcOptions.ArithmeticNullOrEmptyStringAsZero) ? null : value;

    private static object Comparable(object value) =>
        value switch
        {
            Enum name => Convert.ToInt64(name, null),
            char letter => (int)letter,
            bool truth => truth ? 1 : 0,
            _ => value,
        };
}
