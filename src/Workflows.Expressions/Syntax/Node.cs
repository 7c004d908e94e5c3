using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Syntax;

/// <summary>A node of a formula's tree; the cases are closed.</summary>
internal abstract record Node(SourceSpan Span)
{
    /// <summary>A number, text, truth value, date, time or id as written.</summary>
    internal sealed record Literal(object? Value, SourceSpan Span) : Node(Span);

    /// <summary>A value found by name when the formula runs.</summary>
    internal sealed record Parameter(string Name, SourceSpan Span) : Node(Span);

    internal sealed record Unary(UnaryOperator Operator, Node Operand, SourceSpan Span) : Node(Span);

    internal sealed record Binary(BinaryOperator Operator, Node Left, Node Right, SourceSpan Span) : Node(Span);

    internal sealed record Conditional(Node Test, Node Then, Node Else, SourceSpan Span) : Node(Span);

    internal sealed record Call(string Name, IReadOnlyList<Node> Arguments, SourceSpan Span) : Node(Span);

    internal sealed record Items(IReadOnlyList<Node> Elements, SourceSpan Span) : Node(Span);

    /// <summary>The nodes directly below this one, in the order of the text.</summary>
    public IReadOnlyList<Node> Children =>
        this switch
        {
            Unary unary => [unary.Operand],
            Binary binary => [binary.Left, binary.Right],
            Conditional conditional => [conditional.Test, conditional.Then, conditional.Else],
            Call call => call.Arguments,
            Items items => items.Elements,
            _ => [],
        };

    /// <summary>This node and everything below it, in the order of the text.</summary>
    public IEnumerable<Node> DescendantsAndSelf()
    {
        var open = new Stack<Node>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
            {
                open.Push(child);
            }
        }
    }
}
