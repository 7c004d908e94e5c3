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
        var test = ParseBinary(Operators.Lowest, ParseUnary());
        var node = _reader.Peek == '?' ? ParseConditional(test) : test;
        _depth--;
        return node;
    }

    // Another condition within a branch stands in brackets.
    private Node.Conditional ParseConditional(Node test)
    {
        _reader.Take();
        var then = ParseBranch();
        if (_reader.Peek != ':')
        {
            throw _reader.AtEnd
                ? _reader.Error(DiagnosticCodes.UnexpectedEnd, "A ':' and the other value are missing.")
                : _reader.Unexpected();
        }

        _reader.Take();
        var otherwise = ParseBranch();
        return new Node.Conditional(test, then, otherwise, Cover(test, otherwise));
    }

    private Node ParseBranch()
    {
        var branch = ParseBinary(Operators.Lowest, ParseUnary());
        return _reader.Peek != '?'
            ? branch
            : throw _reader.Unexpected("Put a condition within a condition in brackets.");
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
            Enter();
            var right = ParseBinary(Operators.IsRightAssociative(found) ? precedence : precedence + 1, ParseUnary());
            _depth--;
            left = new Node.Binary(found, left, right, Cover(left, right));
        }

        return left;
    }

    private Node ParseUnary()
    {
        var start = _reader.Position;
        if (ReadPrefix() is not { } prefix)
        {
            return ParsePower(ParsePostfix());
        }

        CountOperator();
        Enter();
        var operand = ParseUnary();
        _depth--;
        return new Node.Unary(prefix, operand, new SourceSpan(start, operand.Span.End - start));
    }

    private UnaryOperator? ReadPrefix()
    {
        switch (_reader.Peek)
        {
            case '-':
                _reader.Take();
                return UnaryOperator.Negate;
            case '!':
                _reader.Take();
                return UnaryOperator.Not;
            case '~':
                _reader.Take();
                return UnaryOperator.BitwiseNot;
            default:
                return _reader.TryTakeNot() ? UnaryOperator.Not : null;
        }
    }

    // Exponents are single values: neither prefixes but a number's sign, nor factorials. Powers are taken from the right,
    // and of a longer chain NCalc keeps the first three values.
    private Node ParsePower(Node power)
    {
        List<Node> chain = [power];
        while (Operators.StartsPower(_reader.Rest))
        {
            CountOperator();
            _reader.Take(2);
            chain.Add(ParsePrimary(mayBeNegative: true));
        }

        return chain switch
        {
            [var value] => value,
            [var value, var exponent] => Power(value, exponent),
            [var value, var exponent, var last, ..] => Power(value, Power(exponent, last)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Node.Binary Power(Node value, Node exponent) =>
        new(BinaryOperator.Power, value, exponent, Cover(value, exponent));

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

    private Node ParsePrimary(bool mayBeNegative = false)
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

        if (_literals.TryParse(mayBeNegative) is { } literal)
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
