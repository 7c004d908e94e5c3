using System.Globalization;
using System.Text;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Reads what stands for itself: numbers, texts, truth values, dates, times, ids and names in brackets.</summary>
internal sealed class NCalcLiterals(NCalcReader reader, NCalcDialect dialect)
{
    private const int GuidDigits = 32;

    public Node? TryParse()
    {
        var next = reader.Peek;
        if (TryGuid() is { } id)
        {
            return id;
        }

        if (char.IsAsciiDigit(next) || (next == '.' && reader.Rest is ['.', var digit, ..] && char.IsAsciiDigit(digit)))
        {
            return ParseNumber();
        }

        return next switch
        {
            '\'' or '"' => ParseText(next),
            '#' => ParseInstant(),
            't' or 'T' or 'f' or 'F' => TryTruth("true", value: true) ?? TryTruth("false", value: false),
            'n' or 'N' when dialect.Has(NCalcOptions.AllowNullParameter) => TryNull(),
            _ => null,
        };
    }

    public Node.Parameter ParseBracedName(char close)
    {
        var start = reader.Position;
        var length = reader.Rest.IndexOf(close);
        if (length < 0)
        {
            throw reader.Error(DiagnosticCodes.Unbalanced, "This bracket is never closed.", new SourceSpan(start, 1));
        }

        var name = reader.Rest[1..length].ToString();
        if (name.Length == 0)
        {
            throw reader.Error(
                DiagnosticCodes.Syntax,
                "A name is missing between the brackets.",
                new SourceSpan(start, 2)
            );
        }

        reader.Take(length + 1);
        return new Node.Parameter(name, reader.SpanFrom(start));
    }

    private Node.Literal Literal(object? value, int length)
    {
        var start = reader.Position;
        reader.Take(length);
        return new Node.Literal(value, reader.SpanFrom(start));
    }

    private Node.Literal? TryTruth(string word, bool value) =>
        reader.Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? Literal(value, word.Length) : null;

    private Node.Literal? TryNull()
    {
        var start = reader.Position;
        return reader.TryTakeWord("null") ? new Node.Literal(null, new SourceSpan(start, 4)) : null;
    }

    private Node.Literal? TryGuid()
    {
        var rest = reader.Rest;
        if (rest.Length < GuidDigits || !char.IsAsciiHexDigit(rest[0]))
        {
            return null;
        }

        var isLonger = rest.Length > GuidDigits && NCalcReader.ContinuesName(rest[GuidDigits]);
        return !isLonger && Guid.TryParseExact(rest[..GuidDigits], "N", out var id) ? Literal(id, GuidDigits) : null;
    }

    private Node.Literal ParseNumber()
    {
        var rest = reader.Rest;
        foreach (var (prefix, radix) in new[] { ("0x", 16), ("0o", 8), ("0b", 2) })
        {
            if (
                rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && TryRadix(rest[2..], radix, out var value, out var digits)
            )
            {
                return Literal(value, digits + 2);
            }
        }

        var length = NumberLength(rest, out var isWhole);
        var written = rest[..length];
        return Literal(isWhole ? Whole(written) : Fraction(written), length);
    }

    private static int NumberLength(ReadOnlySpan<char> text, out bool isWhole)
    {
        var at = Digits(text, 0);
        isWhole = at == text.Length || text[at] != '.';
        if (!isWhole)
        {
            at = Digits(text, at + 1);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            var end = Digits(text, exponent);
            if (end > exponent)
            {
                isWhole = false;
                at = end;
            }
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private object Whole(ReadOnlySpan<char> digits)
    {
        if (
            !dialect.Has(NCalcOptions.LongAsDefault)
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small)
        )
        {
            return small;
        }

        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var large)
            ? large
            : Fraction(digits);
    }

    private object Fraction(ReadOnlySpan<char> digits)
    {
        if (!dialect.Has(NCalcOptions.DecimalAsDefault))
        {
            return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : double.PositiveInfinity;
    }

    private bool TryRadix(ReadOnlySpan<char> text, int radix, out object? value, out int digits)
    {
        long total = 0;
        digits = 0;
        while (digits < text.Length && digits < sizeof(long) * 8 && char.IsAsciiHexDigit(text[digits]))
        {
            var digit = Convert.ToInt32(text[digits].ToString(), 16);
            if (digit >= radix)
            {
                break;
            }

            total = unchecked((total * radix) + digit);
            digits++;
        }

        var isSmall = total is >= int.MinValue and <= int.MaxValue && !dialect.Has(NCalcOptions.LongAsDefault);
        value = isSmall ? (object)(int)total : total;
        return digits > 0;
    }

    private Node.Literal ParseText(char quote)
    {
        var rest = reader.Rest;
        var output = new StringBuilder();
        var at = 1;
        while (at < rest.Length && rest[at] != quote && rest[at] is not ('\n' or '\r'))
        {
            if (rest[at] == '\\' && at + 1 < rest.Length)
            {
                at += Unescape(rest[at..], output);
            }
            else
            {
                output.Append(rest[at++]);
            }
        }

        if (at >= rest.Length || rest[at] != quote)
        {
            throw reader.Error(
                DiagnosticCodes.UnexpectedEnd,
                "This text is never closed.",
                new SourceSpan(reader.Position, 1)
            );
        }

        var text = output.ToString();
        return Literal(dialect.Has(NCalcOptions.AllowCharValues) && text.Length == 1 ? text[0] : text, at + 1);
    }

    private static int Unescape(ReadOnlySpan<char> text, StringBuilder output)
    {
        const int UnicodeLength = 6;
        if (text.Length >= UnicodeLength && text[1] == 'u')
        {
            if (
                ushort.TryParse(
                    text[2..UnicodeLength],
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                output.Append((char)code);
                return UnicodeLength;
            }
        }

        switch (text[1])
        {
            case 'n':
                output.Append('\n');
                break;
            case 'r':
                output.Append('\r');
                break;
            case 't':
                output.Append('\t');
                break;
            case '\'' or '"' or '\\':
                output.Append(text[1]);
                break;
            default:
                output.Append(text[..2]);
                break;
        }

        return 2;
    }

    private Node.Literal ParseInstant()
    {
        var length = reader.Rest[1..].IndexOf('#');
        var written = length < 0 ? "" : reader.Rest.Slice(1, length).ToString();
        var isTime =
            written.Contains(':') && !written.Contains(' ') && !written.Contains('/') && !written.Contains('T');
        if (isTime && TimeSpan.TryParse(written, dialect.Culture, out var time))
        {
            return Literal(time, length + 2);
        }

        if (written.Length > 0 && DateTime.TryParse(written, dialect.Culture, DateTimeStyles.None, out var instant))
        {
            return Literal(instant, length + 2);
        }

        throw reader.Error(
            DiagnosticCodes.Syntax,
            "This is not a date or time between two '#'.",
            new SourceSpan(reader.Position, Math.Max(1, length + 2))
        );
    }
}
