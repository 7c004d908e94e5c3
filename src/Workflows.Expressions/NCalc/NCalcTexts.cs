using System.Globalization;
using System.Text;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Reads texts in single or double quotes, with their escapes.</summary>
internal static class NCalcTexts
{
    private const int UnicodeEscape = 6;

    public static Node.Literal Parse(NCalcReader reader, NCalcDialect dialect)
    {
        var rest = reader.Rest;
        var quote = rest[0];
        var output = new StringBuilder();
        var at = 1;
        while (at < rest.Length && rest[at] != quote && rest[at] is not ('\n' or '\r'))
        {
            if (rest[at] == '\\' && at + 1 < rest.Length)
            {
                at += Unescape(reader, at, output);
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
        var isLetter = quote == '\'' && text.Length == 1 && dialect.Has(NCalcOptions.AllowCharValues);
        return reader.TakeLiteral(isLetter ? text[0] : text, at + 1);
    }

    private static int Unescape(NCalcReader reader, int at, StringBuilder output)
    {
        var text = reader.Rest[at..];
        if (TryUnicode(text, out var code))
        {
            output.Append(
                !char.IsSurrogate(code)
                    ? code
                    : throw reader.Error(
                        DiagnosticCodes.Syntax,
                        "This is half a character.",
                        new SourceSpan(reader.Position + at, UnicodeEscape),
                        "Write the character itself."
                    )
            );
            return UnicodeEscape;
        }

        _ = text[1] switch
        {
            'n' => output.Append('\n'),
            'r' => output.Append('\r'),
            't' => output.Append('\t'),
            'b' => output.Append('\b'),
            'f' => output.Append('\f'),
            '\'' or '"' or '\\' => output.Append(text[1]),
            _ => output.Append(text[..2]),
        };
        return 2;
    }

    private static bool TryUnicode(ReadOnlySpan<char> text, out char code)
    {
        var isUnicode =
            text.Length >= UnicodeEscape
            && text[1] == 'u'
            && ushort.TryParse(
                text[2..UnicodeEscape],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out _
            );
        code = isUnicode
            ? (char)ushort.Parse(text[2..UnicodeEscape], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : default;
        return isUnicode;
    }
}
