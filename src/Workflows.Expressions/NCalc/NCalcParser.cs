using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Parses formulas by precedence climbing over the characters themselves.</summary>
/// <remarks>
/// There is no separate lexer because the notation has no fixed words: <c>order</c> is a name where a value is expected
/// and <c>or der</c> where an operator is.
/// </remarks>
internal sealed class NCalcParser
{
    // A chain of operators makes a tree as deep as it is long; this keeps evaluation within any thread's stack.
    private const int OperatorsPerLevel = 20;

    private readonly NCalcReader _reader;
    private readonly NCalcLiterals _literals;
    private readonly ExpressionLimits _limits;
    private int _depth;
    private int _operators;

    private NCalcParser(string text, NCalcDialect dialect, ExpressionLimits limits)
    {
        _reader = new NCalcReader(text);
        _literals = new NCalcLiterals(_reader, dialect);
        _limits = limits;
    }

    /// <summary>Parses a formula, or says what stands in the way.</summary>
    public static Node? TryParse(string text, NCalcDialect dialect, ExpressionLimits limits, out Diagnostic? diagnostic)
    {
        diagnostic = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            diagnostic = new Diagnostic(DiagnosticCodes.Empty, "There is no expression.");
            return null;
        }

        try
        {
            var parser = new NCalcParser(text, dialect, limits);
            var node = parser.ParseExpression();
            return parser._reader.AtEnd ? node : throw parser._reader.Unexpected();
        }
        catch (NCalcSyntaxException exception)
        {
            diagnostic = exception.Diagnostic;
            return null;
        }
    }

    private Node ParseExpression()
    {
        Enter();
        var test = ParseBinary(Operators.Lowest, ParseUnary(afterOperator: false));
        var node = _reader.Peek == '?' ? ParseConditional(test) : test;
        _depth--;
        return node;
    }

    private Node.Conditional ParseConditional(Node test)
    {
        _reader.Take();
        var then = ParseExpression();
        if (_reader.Peek != ':')
        {
            throw _reader.AtEnd
                ? _reader.Error(DiagnosticCodes.UnexpectedEnd, "A ':' and the other value are missing.")
                : _reader.Unexpected();
        }

        _reader.Take();
        var otherwise = ParseExpression();
        return new Node.Conditional(test, then, otherwise, Cover(test, otherwise));
    }

    private Node ParseBinary(int minimum, Node left)
    {
        while (
            Operators.TryRead(_reader.Rest, out var found, out var length)
            && Operators.PrecedenceOf(found) is var precedence
            && precedence >= minimum
        )
        {
            CountOperator();
            _reader.Take(length);
            var right =
                found is BinaryOperator.In or BinaryOperator.NotIn && _reader.Peek == '('
                    ? ParseItems()
                    : ParseUnary(afterOperator: true);
            var next = Operators.IsRightAssociative(found) ? precedence : precedence + 1;
            Enter();
            right = ParseBinary(next, right);
            _depth--;
            left = new Node.Binary(found, left, right, Cover(left, right));
        }

        return left;
    }

    private Node ParseUnary(bool afterOperator)
    {
        var start = _reader.Position;
        if (ReadPrefix(afterOperator) is not { } prefix)
        {
            return ParsePostfix();
        }

        CountOperator();
        Enter();
        var operand = ParseBinary(Operators.Power, ParseUnary(afterOperator: false));
        _depth--;
        return new Node.Unary(prefix, operand, new SourceSpan(start, operand.Span.End - start));
    }

    private UnaryOperator? ReadPrefix(bool afterOperator)
    {
        switch (_reader.Peek)
        {
            case '-':
                _reader.Take();
                return UnaryOperator.Negate;
            case '+' when !afterOperator:
                _reader.Take();
                return UnaryOperator.Plus;
            case '!':
                _reader.Take();
                return UnaryOperator.Not;
            case '~':
                _reader.Take();
                return UnaryOperator.BitwiseNot;
            default:
                return _reader.TryTakeWord("not") ? UnaryOperator.Not : null;
        }
    }

    private Node ParsePostfix()
    {
        var node = ParsePrimary();
        while (_reader.Peek == '!' && !_reader.IsFollowedByEquals())
        {
            CountOperator();
            _reader.Take();
            node = new Node.Unary(
                UnaryOperator.Factorial,
                node,
                new SourceSpan(node.Span.Start, _reader.Position - node.Span.Start)
            );
        }

        return node;
    }

    private Node ParsePrimary()
    {
        var next = _reader.Peek;
        if (next == '(')
        {
            return ParseBracket();
        }

        if (next is '[' or '{')
        {
            return _literals.ParseBracedName(next == '[' ? ']' : '}');
        }

        if (_literals.TryParse() is { } literal)
        {
            return literal;
        }

        return NCalcReader.StartsName(next) ? ParseName() : throw _reader.Unexpected();
    }

    private Node ParseName()
    {
        var start = _reader.Position;
        var name = _reader.TakeName();
        if (_reader.Peek != '(')
        {
            return new Node.Parameter(name, new SourceSpan(start, name.Length));
        }

        var arguments = ParseList();
        return new Node.Call(name, arguments, _reader.SpanFrom(start));
    }

    private Node ParseBracket()
    {
        var start = _reader.Position;
        var elements = ParseList();
        return elements is [var single] ? single : new Node.Items(elements, _reader.SpanFrom(start));
    }

    // Behind 'in' even a single value in brackets is a list.
    private Node.Items ParseItems()
    {
        var start = _reader.Position;
        return new Node.Items(ParseList(), _reader.SpanFrom(start));
    }

    private List<Node> ParseList()
    {
        var open = _reader.Position;
        _reader.Take();
        var elements = new List<Node>();
        if (_reader.Peek == ')')
        {
            _reader.Take();
            return elements;
        }

        while (true)
        {
            elements.Add(ParseExpression());
            var next = _reader.Peek;
            if (next == ')')
            {
                _reader.Take();
                return elements;
            }

            if (next != ',')
            {
                throw next == '\0'
                    ? _reader.Error(
                        DiagnosticCodes.Unbalanced,
                        "This bracket is never closed.",
                        new SourceSpan(open, 1)
                    )
                    : _reader.Unexpected();
            }

            _reader.Take();
        }
    }

    private static SourceSpan Cover(Node first, Node last) => new(first.Span.Start, last.Span.End - first.Span.Start);

    private void Enter()
    {
        if (++_depth > _limits.MaxDepth)
        {
            throw _reader.Error(DiagnosticCodes.TooLarge, $"The formula is nested more than {_limits.MaxDepth} deep.");
        }
    }

    private void CountOperator()
    {
        if (++_operators > _limits.MaxDepth * OperatorsPerLevel)
        {
            throw _reader.Error(
                DiagnosticCodes.TooLarge,
                $"The formula has more than {_limits.MaxDepth * OperatorsPerLevel} operators."
            );
        }
    }
}
