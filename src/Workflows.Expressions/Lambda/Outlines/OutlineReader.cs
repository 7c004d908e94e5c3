using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda.Outlines;

/// <summary>Reads the outline of a text by the precedence of the parsing library's operators.</summary>
internal sealed class OutlineReader(string text)
{
    // From the loosest to the tightest; '!' and '-' before a value, and what follows a value, bind tighter still.
    private static readonly (OutlineKind Kind, string[] Signs)[] Levels =
    [
        (OutlineKind.Operation, ["??"]),
        (OutlineKind.Or, ["||"]),
        (OutlineKind.And, ["&&"]),
        (OutlineKind.Comparison, ["in"]),
        (OutlineKind.Operation, ["&", "|"]),
        (OutlineKind.Comparison, ["==", "!=", "<", "<=", ">", ">="]),
        (OutlineKind.Operation, ["<<", ">>"]),
        (OutlineKind.Operation, ["+", "-"]),
        (OutlineKind.Operation, ["*", "/", "%"]),
    ];

    private readonly List<Token> _tokens = Tokens.Of(text);
    private int _next;
    private bool _isBroken;

    private Token Current => _tokens[_next];

    /// <summary>The outline, or null for text whose parts cannot be told.</summary>
    public OutlineNode? Read()
    {
        var node = ReadChoice();
        return _isBroken || Current.Kind != TokenKind.End ? null : node;
    }

    // Brackets around a part belong to what it is a part of: places are taken from the words, not from the parts.
    private OutlineNode ReadChoice()
    {
        var start = Current.Start;
        var condition = ReadLevel(0);
        if (!Take("?"))
        {
            return condition;
        }

        var yes = ReadChoice();
        Expect(":");
        var no = ReadChoice();
        return Node(OutlineKind.Choice, "?", start, [condition, yes, no]);
    }

    private OutlineNode ReadLevel(int level)
    {
        if (level == Levels.Length)
        {
            return ReadPrefixed();
        }

        var (kind, signs) = Levels[level];
        var start = Current.Start;
        var left = ReadLevel(level + 1);
        while (signs.FirstOrDefault(Is) is { } sign)
        {
            _next++;
            var right = ReadLevel(level + 1);
            IReadOnlyList<OutlineNode> parts = IsChain(kind, left) ? [.. left.Parts, right] : [left, right];
            left = Node(kind, sign, start, parts);
        }

        return left;
    }

    private static bool IsChain(OutlineKind kind, OutlineNode left) =>
        left.Kind == kind && (kind is OutlineKind.And or OutlineKind.Or);

    private OutlineNode ReadPrefixed()
    {
        var start = Current.Start;
        if (Take("!"))
        {
            var part = ReadPrefixed();
            return new OutlineNode(OutlineKind.Not, Between(start, EndOfLast()), "!", [part]);
        }

        if (Take("-") || Take("+"))
        {
            var part = ReadPrefixed();
            var kind = part.Kind == OutlineKind.Literal ? OutlineKind.Literal : OutlineKind.Operation;
            return new OutlineNode(kind, Between(start, EndOfLast()), "-", kind == OutlineKind.Literal ? [] : [part]);
        }

        return ReadSuffixes(start, ReadValue());
    }

    private OutlineNode ReadSuffixes(int start, OutlineNode node)
    {
        while (!_isBroken)
        {
            if (Take("."))
            {
                var name = TakeWord();
                node = Take("(")
                    ? Node(OutlineKind.Call, name, start, [node, .. ReadList(")")])
                    : Node(OutlineKind.Member, name, start, [node]);
            }
            else if (Take("["))
            {
                node = Node(OutlineKind.Index, "[]", start, [node, .. ReadList("]")]);
            }
            else
            {
                break;
            }
        }

        return node;
    }

    private OutlineNode ReadValue()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                _next++;
                return Node(OutlineKind.Literal, "", token.Start, []);
            case TokenKind.Word:
                _next++;
                return Take("(")
                    ? Node(OutlineKind.Call, token.Sign, token.Start, ReadList(")"))
                    : Node(OutlineKind.Name, token.Sign, token.Start, []);
            case TokenKind.Sign when Take("("):
                return ReadBrackets(token.Start);
            default:
                _isBroken = true;
                return Node(OutlineKind.Other, "", token.Start, []);
        }
    }

    // A list in brackets, as behind "in", has a meaning as a whole only.
    private OutlineNode ReadBrackets(int start)
    {
        var inner = ReadList(")");
        return inner is [var single] ? single : Node(OutlineKind.Other, "", start, inner);
    }

    private List<OutlineNode> ReadList(string close)
    {
        var items = new List<OutlineNode>();
        if (Take(close))
        {
            return items;
        }

        do
        {
            items.Add(ReadChoice());
        } while (!_isBroken && Take(","));
        Expect(close);
        return items;
    }

    // "in" is a word, unlike all other operators.
    private bool Is(string sign) =>
        Current.Kind == TokenKind.Sign
            ? string.Equals(Current.Sign, sign, StringComparison.Ordinal)
            : sign is "in"
                && Current.Kind == TokenKind.Word
                && string.Equals(Current.Sign, sign, StringComparison.OrdinalIgnoreCase);

    private bool Take(string sign)
    {
        if (_isBroken || !Is(sign))
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Expect(string sign) => _isBroken |= !Take(sign);

    private string TakeWord()
    {
        if (Current.Kind == TokenKind.Word)
        {
            return _tokens[_next++].Sign;
        }

        _isBroken = true;
        return "";
    }

    private int EndOfLast() => _next == 0 ? 0 : _tokens[_next - 1].End;

    private OutlineNode Node(OutlineKind kind, string sign, int start, IReadOnlyList<OutlineNode> parts) =>
        new(kind, Between(start, EndOfLast()), sign, parts);

    private static SourceSpan Between(int start, int end) => new(start, Math.Max(0, end - start));
}
