using FsCheck;
using FsCheck.Fluent;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.Tests.NCalc;

/// <summary>Trees of formulas: every kind of node, literals of every kind, names that look like words.</summary>
internal static class FormulaTrees
{
    private const int Largest = 30;
    private static readonly SourceSpan Nowhere = new(0, 0);

    public static Gen<Node> Any => Gen.Sized(size => OfSize(Math.Min(size, Largest)));

    private static Gen<Node> OfSize(int size)
    {
        var literals = Gen.OneOf(
            Gen.Choose(0, int.MaxValue).Select(object (number) => number),
            Gen.Choose(0, 9).Select(object (number) => number),
            Gen.Choose(0, 1000).Select(object (number) => number / 8.0),
            Gen.Elements<object>(
                true,
                false,
                "",
                "12",
                "2.5",
                "true",
                "上海",
                "it's",
                "a\\b\n\t",
                '\u0001'.ToString(),
                5_000_000_000L
            ),
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

        var smaller = OfSize(size / 3);
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
            Gen.Elements("Max", "Min", "Pow", "Round", "in")
                .Zip(pairs, Node (name, pair) => new Node.Call(name, [pair.Item1, pair.Item2], Nowhere)),
            Gen.Elements("Abs", "Sqrt", "Floor", "Sign", "isNull")
                .Zip(smaller, Node (name, argument) => new Node.Call(name, [argument], Nowhere))
        );
    }
}
