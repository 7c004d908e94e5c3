using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Reads numbers: integers in four radices, and decimal fractions with or without an exponent.</summary>
internal sealed class NCalcNumbers(NCalcReader reader, NCalcDialect dialect)
{
    private const NumberStyles WholeStyle = NumberStyles.AllowLeadingSign;
    private static readonly (string Prefix, int Radix)[] Radices = [("0x", 16), ("0o", 8), ("0b", 2)];

    /// <param name="mayBeNegative">Whether a '-' belongs to the number; a '+' always does.</param>
    public Node.Literal? TryParse(bool mayBeNegative)
    {
        var rest = reader.Rest;
        foreach (var (prefix, radix) in Radices)
        {
            if (rest.StartsWith(prefix) && DigitsLength(rest[2..], radix) is > 0 and var digits)
            {
                var value = OfRadix(rest.Slice(2, digits), radix);
                return reader.TakeLiteral(
                    value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value,
                    digits + 2
                );
            }
        }

        var sign = rest is ['+', ..] || (mayBeNegative && rest is ['-', ..]) ? 1 : 0;
        var unsigned = rest[sign..];
        if (unsigned is not ([>= '0' and <= '9', ..] or ['.', >= '0' and <= '9', ..]))
        {
            return null;
        }

        var length = sign + Length(unsigned, out var isWhole);
        var written = rest[..length];
        return reader.TakeLiteral(isWhole ? Whole(written) : Fraction(written), length);
    }

    private static int Length(ReadOnlySpan<char> text, out bool isWhole)
    {
        var at = DigitsLength(text, 10);
        isWhole = at == text.Length || text[at] != '.';
        if (!isWhole)
        {
            at += 1 + DigitsLength(text[(at + 1)..], 10);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            var digits = exponent <= text.Length ? DigitsLength(text[exponent..], 10) : 0;
            if (digits > 0)
            {
                isWhole = false;
                at = exponent + digits;
            }
        }

        return at;
    }

    private static int DigitsLength(ReadOnlySpan<char> text, int radix)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiHexDigit(text[length]) && Digit(text[length]) < radix)
        {
            length++;
        }

        return length;
    }

    private static int Digit(char letter) => char.IsAsciiDigit(letter) ? letter - '0' : (letter | ' ') - 'a' + 10;

    private long OfRadix(ReadOnlySpan<char> digits, int radix)
    {
        try
        {
            return Convert.ToInt64(digits.ToString(), radix);
        }
        catch (OverflowException)
        {
            throw TooLarge(digits.Length + 2);
        }
    }

    private object Whole(ReadOnlySpan<char> digits)
    {
        if (
            !dialect.Has(NCalcOptions.LongAsDefault)
            && int.TryParse(digits, WholeStyle, CultureInfo.InvariantCulture, out var small)
        )
        {
            return small;
        }

        return long.TryParse(digits, WholeStyle, CultureInfo.InvariantCulture, out var large)
            ? large
            : Fraction(digits);
    }

    private object Fraction(ReadOnlySpan<char> digits)
    {
        var value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!dialect.Has(NCalcOptions.DecimalAsDefault))
        {
            return value;
        }

        if (decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return exact;
        }

        return value switch
        {
            > (double)decimal.MaxValue => double.PositiveInfinity,
            < (double)decimal.MinValue => double.NegativeInfinity,
            _ => throw TooLarge(digits.Length),
        };
    }

    private NCalcSyntaxException TooLarge(int length) =>
        reader.Error(DiagnosticCodes.Syntax, "This number is too large.", new SourceSpan(reader.Position, length));
}
