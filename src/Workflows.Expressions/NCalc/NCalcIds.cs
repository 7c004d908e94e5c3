using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Reads a GUID: 32 hexadecimal digits, or five groups of them with hyphens between, with or without blanks.</summary>
internal sealed class NCalcIds(NCalcReader reader)
{
    private const int Digits = 32;
    private static readonly int[] Groups = [8, 4, 4, 4, 12];

    public Node.Literal? TryParse()
    {
        var rest = reader.Rest;
        if (rest.IsEmpty || !char.IsAsciiHexDigit(rest[0]))
        {
            return null;
        }

        Span<char> digits = stackalloc char[Digits];
        if (TryGroups(rest, digits, out var length))
        {
            return reader.TakeLiteral(Guid.ParseExact(digits, "N"), length);
        }

        return HexLength(rest, Digits) == Digits && !StartsNumber(rest[Digits..].TrimStart())
            ? reader.TakeLiteral(Guid.ParseExact(rest[..Digits], "N"), Digits)
            : null;
    }

    private static bool TryGroups(ReadOnlySpan<char> text, Span<char> digits, out int length)
    {
        var rest = text;
        var filled = 0;
        foreach (var group in Groups)
        {
            if (filled > 0)
            {
                rest = rest.TrimStart();
                if (rest is not ['-', ..])
                {
                    break;
                }

                rest = rest[1..].TrimStart();
            }

            if (HexLength(rest, group) < group)
            {
                break;
            }

            rest[..group].CopyTo(digits[filled..]);
            filled += group;
            rest = rest[group..];
        }

        length = text.Length - rest.Length;
        return filled == Digits;
    }

    private static int HexLength(ReadOnlySpan<char> text, int most)
    {
        var length = 0;
        while (length < most && length < text.Length && char.IsAsciiHexDigit(text[length]))
        {
            length++;
        }

        return length;
    }

    // A digit more, or a fraction, and the digits before it are a number themselves.
    private static bool StartsNumber(ReadOnlySpan<char> text)
    {
        text = text is ['+' or '-', ..] ? text[1..] : text;
        text = text is ['.', ..] ? text[1..] : text;
        return text is [>= '0' and <= '9', ..];
    }
}
