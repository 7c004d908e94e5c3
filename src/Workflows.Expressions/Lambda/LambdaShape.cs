using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>Looks at lambda text before it is parsed, so that no text can drive the parser's recursion out of the stack.</summary>
internal static class LambdaShape
{
    // Both the parser and the compiler work through a chain of operators in more than linear time.
    public const int OperatorsPerLevel = 10;

    public static Diagnostic? Check(string text, ExpressionLimits limits)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Diagnostic(DiagnosticCodes.Empty, "There is no expression.");
        }

        if (text.Length > limits.MaxLength)
        {
            return new Diagnostic(
                DiagnosticCodes.TooLarge,
                $"The expression has {text.Length} characters; at most {limits.MaxLength} are allowed."
            );
        }

        return new Scan(text, limits.MaxDepth).Run();
    }

    private sealed class Scan(string text, int maxDepth)
    {
        private readonly Stack<int> _open = new();
        private int _recursions;
        private int _prefixes;
        private int _operators;

        public Diagnostic? Run()
        {
            for (var at = 0; at < text.Length; at++)
            {
                var letter = text[at];
                if (letter is '"' or '\'')
                {
                    at = EndOfQuote(at);
                    _prefixes = 0;
                }
                else if (Count(letter, at) is { } diagnostic)
                {
                    return diagnostic;
                }

                if (_operators > maxDepth * OperatorsPerLevel)
                {
                    return new Diagnostic(
                        DiagnosticCodes.TooLarge,
                        $"The expression has more than {maxDepth * OperatorsPerLevel} operators.",
                        Span: new SourceSpan(at, 1)
                    );
                }

                if (_open.Count > maxDepth || _recursions > maxDepth || _prefixes > maxDepth)
                {
                    return new Diagnostic(
                        DiagnosticCodes.TooLarge,
                        $"The expression is nested more than {maxDepth} deep.",
                        Span: new SourceSpan(at, 1)
                    );
                }
            }

            return _open.TryPop(out var start)
                ? new Diagnostic(
                    DiagnosticCodes.Unbalanced,
                    $"'{text[start]}' is opened here and never closed.",
                    Span: new SourceSpan(start, 1)
                )
                : null;
        }

        // '?', '??' and '=>' are parsed by recursion to the right, '!' and '-' by recursion on themselves.
        private Diagnostic? Count(char letter, int at)
        {
            switch (letter)
            {
                case '(' or '[' or '{':
                    _open.Push(at);
                    break;
                case ')' or ']' or '}':
                    if (!_open.TryPop(out var start) || !Matches(text[start], letter))
                    {
                        return new Diagnostic(
                            DiagnosticCodes.Unbalanced,
                            $"'{letter}' closes nothing.",
                            Span: new SourceSpan(at, 1)
                        );
                    }

                    break;
                case '?':
                    _recursions++;
                    break;
                case '>' when at > 0 && text[at - 1] == '=':
                    _recursions++;
                    break;
            }

            if (IsOperator(at) && (at == 0 || !IsOperator(at - 1)))
            {
                _operators++;
            }

            if (letter is '!' or '-' or '+' or '~')
            {
                _prefixes++;
            }
            else if (char.IsAsciiLetter(letter) && IsNot(at))
            {
                _prefixes++;
            }
            else if (!char.IsWhiteSpace(letter) && !IsInsideNot(at))
            {
                _prefixes = 0;
            }

            return null;
        }

        private bool IsOperator(int at) =>
            text[at] is '+' or '-' or '*' or '/' or '%' or '&' or '|' or '<' or '>' or '=' or '.'
            || (char.IsWhiteSpace(text[at]) && (StartsWord(at + 1, "and ") || StartsWord(at + 1, "or ")));

        private bool StartsWord(int at, string word) =>
            at < text.Length && text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase);

        private bool IsNot(int at) =>
            at + 3 <= text.Length && text.AsSpan(at, 3).Equals("not", StringComparison.OrdinalIgnoreCase);

        private bool IsInsideNot(int at) => (at >= 1 && IsNot(at - 1)) || (at >= 2 && IsNot(at - 2));

        private static bool Matches(char open, char close) => (open, close) is ('(', ')') or ('[', ']') or ('{', '}');

        private int EndOfQuote(int at)
        {
            var quote = text[at];
            for (at++; at < text.Length && text[at] != quote; at++)
            {
                if (text[at] == '\\')
                {
                    at++;
                }
            }

            return at;
        }
    }
}
