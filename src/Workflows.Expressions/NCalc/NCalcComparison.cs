using System.Collections;
using System.Globalization;

namespace Workflows.Expressions.NCalc;

/// <summary>Comparison of values of any types: the types meet in the one that says most about both.</summary>
internal sealed class NCalcComparison(NCalcDialect dialect, NCalcArithmetic arithmetic, ExpressionLimits limits)
{
    private readonly StringComparer _texts = dialect.TextComparer;
    private readonly bool _isPlain = !dialect.Has(NCalcOptions.CaseInsensitiveStringComparer);
    private readonly bool _isStrict = dialect.Has(NCalcOptions.StrictTypeMatching);
    private readonly bool _keepsTexts = dialect.Has(NCalcOptions.NoStringTypeCoercion);

    public LikePattern Pattern { get; } =
        new(dialect.Culture, dialect.Has(NCalcOptions.CaseInsensitiveStringComparer), limits);

    /// <summary>Whether two values are equal; texts and truth values are compared as they are.</summary>
    public bool AreEqual(NCalcValue left, NCalcValue right)
    {
        if (left.Reference is string text && right.Reference is string other)
        {
            return AreEqual(text, other);
        }

        return left.IsBoolean && right.IsBoolean
            ? left.Boolean == right.Boolean
            : Order(left.ToObject(), right.ToObject()) == 0;
    }

    /// <summary>The order of two values, or null where they have none: one is missing, or the types must match and do not.</summary>
    public int? Order(object? left, object? right)
    {
        // What has no value, or is an empty text, stands in no order with what has one.
        var isApart =
            (left is null or "") != (right is null or "")
            || (_isStrict && left is not null && right is not null && left.GetType() != right.GetType());
        return isApart ? null : Compare(left, right);
    }

    /// <summary>The order of two values whatever the options say of types; no value comes first, NaN stands in no order.</summary>
    public int? Compare(object? left, object? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        if (left is string text && right is string other)
        {
            return _texts.Compare(text, other);
        }

        var type = NCalcTypes.MostPrecise(left.GetType(), right.GetType());
        if (type == typeof(string))
        {
            return _texts.Compare(arithmetic.ToText(left), arithmetic.ToText(right));
        }

        var (a, b) = (
            Convert.ChangeType(left, type, dialect.Culture),
            Convert.ChangeType(right, type, dialect.Culture)
        );
        return IsNoNumber(a) || IsNoNumber(b) ? null : _texts.Compare(a, b);
    }

    private static bool IsNoNumber(object value) => value is double.NaN or float.NaN;

    /// <summary>Whether a value is an element of a list, or its text a part of a text.</summary>
    public bool Contains(object? value, IEnumerable items)
    {
        if (items is string whole)
        {
            return IsPart(value, whole);
        }

        foreach (var item in items)
        {
            if (IsElement(value, item))
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

    // Comparing by culture is slow, and needless for equal texts and for those of printable ASCII.
    private bool AreEqual(string left, string right) =>
        string.Equals(left, right, StringComparison.Ordinal)
        || (
            (!_isPlain || !IsPrintableAscii(left) || !IsPrintableAscii(right))
            && left.Length > 0
            && right.Length > 0
            && _texts.Equals(left, right)
        );

    private static bool IsPrintableAscii(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    private bool IsPart(object? value, string whole)
    {
        if (value is not string && _keepsTexts)
        {
            return false;
        }

        var part = Convert.ToString(value, CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(part) ? whole.Length == 0 : whole.Contains(part, StringComparison.Ordinal);
    }

    // In a list a text is compared with what other values show. Where texts keep their type, those of other values are
    // not asked for, even if types must match elsewhere.
    private bool IsElement(object? value, object? item)
    {
        if (value is null || item is null || (value is not string && item is not string))
        {
            return (_keepsTexts ? Compare(value, item) : Order(value, item)) == 0;
        }

        return (!_keepsTexts || (value is string && item is string))
            && (!_isStrict || value.GetType() == item.GetType())
            && _texts.Equals(arithmetic.ToText(value), arithmetic.ToText(item));
    }
}
