using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.NCalc;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.Tests.NCalc;

public sealed class NCalcParserTests
{
    private static readonly SourceSpan Nowhere = new(0, 0);

    [Property(MaxTest = 500)]
    public void Parse_AnyText_NeverThrows(string? text)
    {
        var node = Parse(text ?? "", out var diagnostic);

        Assert.True(node is null != diagnostic is null);
    }

    [Property(MaxTest = 500)]
    public Property Parse_TextOfFormulaPieces_NeverThrows() =>
        Prop.ForAll(
            Gen.Elements(
                    "1",
                    "(",
                    ")",
                    "[",
                    "]",
                    "a",
                    " ",
                    "not ",
                    "in",
                    "'",
                    "#",
                    "!",
                    "=",
                    "?",
                    ":",
                    ",",
                    "+",
                    "-",
                    "**",
                    "上",
                    "\\",
                    ".",
                    "e",
                    "0x"
                )
                .ArrayOf()
                .Select(string.Concat)
                .ToArbitrary(),
            text =>
            {
                var node = Parse(text, out var diagnostic);
                Assert.True(node is null != diagnostic is null);
                Assert.True(diagnostic?.Span is null || diagnostic.Span.End <= text.Length);
            }
        );

    [Property(MaxTest = 500)]
    public Property Print_AnyTree_ParsesToTheSameTree() =>
        Prop.ForAll(
            Gen.Sized(size => Trees(Math.Min(size, 30))).ToArbitrary(),
            tree =>
            {
                var text = NodePrinter.Print(tree);
                var parsed = Parse(text, out var diagnostic);
                Assert.Null(diagnostic);
                Assert.Equal(text, NodePrinter.Print(parsed!));
                Assert.Equal(Shape(tree), Shape(parsed!));
            }
        );

    private static Node? Parse(string text, out Diagnostic? diagnostic) =>
        NCalcParser.TryParse(text, NCalcDialect.Default, ExpressionLimits.Default, out diagnostic);

    private static Gen<Node> Trees(int size)
    {
        var literals = Gen.OneOf(
            Gen.Choose(0, int.MaxValue).Select(object (number) => number),
            Gen.Choose(0, 1000).Select(object (number) => number / 8.0),
            Gen.Elements<object>(true, false, "", "上海", "it's", "a\\b\n\t", '\u0001'.ToString(), 5_000_000_000L),
            Gen.Choose(0, 5000).Select(object (days) => new DateTime(2020, 1, 1).AddDays(days).AddSeconds(days)),
            Gen.Choose(0, 86399).Select(object (seconds) => TimeSpan.FromSeconds(seconds))
        );
        var leaves = Gen.OneOf(
            literals.Select(Node (value) => new Node.Literal(value, Nowhere)),
            Gen.Elements("a", "order", "not", "客户", "a b", "x.y")
                .Select(Node (name) => new Node.Parameter(name, Nowhere))
        );
        if (size < 2)
        {
            return leaves;
        }

        var smaller = Trees(size / 3);
        var pairs = smaller.Two();
        return Gen.OneOf(
            leaves,
            Gen.Elements(Enum.GetValues<UnaryOperator>())
                .Zip(smaller, Node (operation, operand) => new Node.Unary(operation, operand, Nowhere)),
            Gen.Elements(Enum.GetValues<BinaryOperator>())
                .Zip(pairs, Node (operation, pair) => new Node.Binary(operation, pair.Item1, pair.Item2, Nowhere)),
            smaller
                .Three()
                .Select(Node (three) => new Node.Conditional(three.Item1, three.Item2, three.Item3, Nowhere)),
            pairs.Select(Node (pair) => new Node.Items([pair.Item1, pair.Item2], Nowhere)),
            pairs.Select(Node (pair) => new Node.Call("Max", [pair.Item1, pair.Item2], Nowhere))
        );
    }

    // The tree without its places.
    private static string Shape(Node node) =>
        node switch
        {
            Node.Literal literal => $"{literal.Value?.GetType().Name}:{literal.Value}",
            Node.Parameter parameter => parameter.Name,
            Node.Unary unary => $"{unary.Operator}({Shape(unary.Operand)})",
            Node.Binary binary => $"{binary.Operator}({Shape(binary.Left)};{Shape(binary.Right)})",
            Node.Call call => $"{call.Name}({string.Join(';', call.Arguments.Select(Shape))})",
            _ => $"{node.GetType().Name}({string.Join(';', node.Children.Select(Shape))})",
        };
}
