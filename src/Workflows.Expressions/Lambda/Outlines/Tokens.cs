namespace Workflows.Expressions.Lambda.Outlines;

/// <summary>Splits lambda text into words. Several spellings of one operator become one sign.</summary>
internal static class Tokens
{
    private static readonly string[] LongSigns =
    [
        "=>",
        "==",
        "!=",
        "<>",
        "<=",
        ">=",
        "<<",
        ">>",
        "&&",
        "||",
        "??",
        "?.",
    ];

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "&&",
        ["andalso"] = "&&",
        ["or"] = "||",
        ["orelse"] = "||",
        ["not"] = "!",
        ["eq"] = "==",
        ["equal"] = "==",
        ["="] = "==",
        ["ne"] = "!=",
        ["neq"] = "!=",
        ["notequal"] = "!=",
        ["<>"] = "!=",
        ["lt"] = "<",
        ["lessthan"] = "<",
        ["le"] = "<=",
        ["lessthanequal"] = "<=",
        ["gt"] = ">",
        ["greaterthan"] = ">",
        ["ge"] = ">=",
        ["greaterthanequal"] = ">=",
        ["mod"] = "%",
    };

    /// <summary>The words of a text, a last one that marks its end included.</summary>
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Read(text, at, tokens.Count > 0 && tokens[^1].Sign is ".");
            tokens.Add(token);
            at = token.End;
        }

        tokens.Add(new Token(TokenKind.End, text.Length, text.Length, ""));
        return tokens;
    }

    private static Token Read(string text, int at, bool isMember) =>
        text[at] switch
        {
            '"' or '\'' => new(TokenKind.Literal, at, EndOfQuote(text, at), ""),
            >= '0' and <= '9' => new(TokenKind.Literal, at, EndOfNumber(text, at), ""),
            var letter when IsWordStart(letter) => Word(text, at, isMember),
            _ => Sign(text, at),
        };

    private static Token Word(string text, int at, bool isMember)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        var word = text[at..end];
        return !isMember && Spellings.TryGetValue(word, out var sign) ? new(TokenKind.Sign, at, end, sign)
            : word.ToUpperInvariant() is "TRUE" or "FALSE" or "NULL" ? new(TokenKind.Literal, at, end, word)
            : new(TokenKind.Word, at, end, word);
    }

    private static Token Sign(string text, int at)
    {
        var sign =
            Array.Find(LongSigns, known => text.AsSpan(at).StartsWith(known, StringComparison.Ordinal))
            ?? text[at..(at + 1)];
        return new(TokenKind.Sign, at, at + sign.Length, Spellings.GetValueOrDefault(sign, sign));
    }

    private static int EndOfQuote(string text, int at)
    {
        var quote = text[at];
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == quote)
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    // A dot belongs to the number only where a digit follows: 1.5 does, 1.ToString() does not.
    private static int EndOfNumber(string text, int at)
    {
        for (at++; at < text.Length; at++)
        {
            var isExponentSign =
                text[at] is '+' or '-'
                && text[at - 1] is 'e' or 'E'
                && at + 1 < text.Length
                && char.IsAsciiDigit(text[at + 1]);
            var isPoint = text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
            if (!char.IsAsciiLetterOrDigit(text[at]) && !isExponentSign && !isPoint)
            {
                break;
            }
        }

        return at;
    }

    private static bool IsWordStart(char letter) => char.IsLetter(letter) || letter is '_' or '@' or '$';
}
