using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.NCalc;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.Tests.NCalc;

public sealed class NCalcParserTests
{
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
            FormulaTrees.Any.ToArbitrary(),
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
