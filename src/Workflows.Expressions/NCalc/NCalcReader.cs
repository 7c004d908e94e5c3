using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>A place in a formula's text; looking skips blanks first.</summary>
internal sealed class NCalcReader(string text)
{
    private int _position;

    /// <summary>The place of the next character that is not blank.</summary>
    public int Position
    {
        get
        {
            while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            {
                _position++;
            }

            return _position;
        }
    }

    /// <summary>The next character that is not blank, or NUL at the end.</summary>
    public char Peek => Position < text.Length ? text[_position] : '\0';

    public bool AtEnd => Position >= text.Length;

    public ReadOnlySpan<char> Rest => text.AsSpan(Position);

    public static bool StartsName(char letter) => char.IsAsciiLetter(letter) || letter is '_' or '$';

    public static bool ContinuesName(char letter) => StartsName(letter) || char.IsAsciiDigit(letter);

    public void Take(int length = 1) => _position = Math.Min(text.Length, Position + length);

    public string TakeName()
    {
        var start = Position;
        while (_position < text.Length && ContinuesName(text[_position]))
        {
            _position++;
        }

        return text[start.._position];
    }

    /// <summary>Takes the next characters as a value.</summary>
    public Node.Literal TakeLiteral(object? value, int length)
    {
        var start = Position;
        Take(length);
        return new Node.Literal(value, new SourceSpan(start, length));
    }

    /// <summary>Takes <c>not</c>, whatever its case, where a blank or a bracket follows; it begins a name otherwise.</summary>
    public bool TryTakeNot()
    {
        var rest = Rest;
        var matches =
            rest.StartsWith("not", StringComparison.OrdinalIgnoreCase)
            && (
                rest.Length == 3
                || rest[3] == '('
                || (char.IsWhiteSpace(rest[3]) && rest[3] is not ('\n' or '\r' or '\v'))
            );
        if (matches)
        {
            Take(3);
        }

        return matches;
    }

    /// <summary>Whether the character after the next one, blanks aside, is '='; then a '!' belongs to it.</summary>
    public bool IsFollowedByEquals() => Rest[1..].TrimStart().StartsWith("=");

    public SourceSpan SpanFrom(int start) => new(start, _position - start);

    public NCalcSyntaxException Unexpected(string? remedy = null)
    {
        if (AtEnd)
        {
            return Error(DiagnosticCodes.UnexpectedEnd, "The expression ends too early.");
        }

        var code = Peek is ')' or ']' or '}' ? DiagnosticCodes.Unbalanced : DiagnosticCodes.Syntax;
        remedy ??= char.IsLetter(Peek) && !char.IsAscii(Peek) ? $"Put the name in brackets: [{Word()}]." : null;
        return Error(code, $"'{Word()}' was not expected here.", new SourceSpan(Position, Word().Length), remedy);
    }

    public NCalcSyntaxException Error(string code, string message, SourceSpan? span = null, string? remedy = null) =>
        new(new Diagnostic(code, message, Span: span ?? new SourceSpan(Position, AtEnd ? 0 : 1), Remedy: remedy));

    private string Word()
    {
        var rest = Rest;
        var length = 0;
        while (length < rest.Length && char.IsLetterOrDigit(rest[length]))
        {
            length++;
        }

        // A pair of surrogates is one character to the author.
        var single = char.IsHighSurrogate(rest[0]) && rest.Length > 1 ? 2 : 1;
        return rest[..Math.Max(length, single)].ToString();
    }
}
