using System.Globalization;
using System.Text;

namespace Workflows.Expressions.Syntax;

/// <summary>Writes a tree as a formula that parses to the same tree; every operation stands in brackets.</summary>
internal static class NodePrinter
{
    public static string Print(Node node)
    {
        var output = new StringBuilder();
        Write(output, node);
        return output.ToString();
    }

    private static void Write(StringBuilder output, Node node)
    {
        switch (node)
        {
            case Node.Literal literal:
                output.Append(Print(literal.Value));
                break;
            case Node.Parameter parameter:
                output.Append('[').Append(parameter.Name).Append(']');
                break;
            case Node.Unary { Operator: UnaryOperator.Factorial } factorial:
                output.Append('(');
                Write(output, factorial.Operand);
                output.Append("!)");
                break;
            case Node.Unary unary:
                output.Append('(').Append(Symbol(unary.Operator));
                Write(output, unary.Operand);
                output.Append(')');
                break;
            case Node.Binary binary:
                Join(output, "(", $" {Operators.Write(binary.Operator)} ", ")", [binary.Left, binary.Right]);
                break;
            case Node.Conditional conditional:
                output.Append('(');
                Write(output, conditional.Test);
                Join(output, " ? ", " : ", ")", [conditional.Then, conditional.Else]);
                break;
            case Node.Call call:
                Join(output, $"{call.Name}(", ", ", ")", call.Arguments);
                break;
            case Node.Items items:
                Join(output, "(", ", ", ")", items.Elements);
                break;
        }
    }

    private static void Join(
        StringBuilder output,
        string open,
        string separator,
        string close,
        IReadOnlyList<Node> nodes
    )
    {
        output.Append(open);
        for (var index = 0; index < nodes.Count; index++)
        {
            output.Append(index == 0 ? "" : separator);
            Write(output, nodes[index]);
        }

        output.Append(close);
    }

    private static string Symbol(UnaryOperator value) =>
        value switch
        {
            UnaryOperator.Negate => "-",
            UnaryOperator.BitwiseNot => "~",
            _ => "not ",
        };

    private static string Print(object? value) =>
        value switch
        {
            null => "null",
            bool truth => truth ? "true" : "false",
            string text => Quote(text),
            char letter => Quote(letter.ToString()),
            double number => Number(number.ToString("R", CultureInfo.InvariantCulture)),
            decimal number => Number(number.ToString(CultureInfo.InvariantCulture)),
            DateTime instant => instant.ToString("'#'MM'/'dd'/'yyyy HH':'mm':'ss'#'", CultureInfo.InvariantCulture),
            TimeSpan time => $"#{time.ToString("c", CultureInfo.InvariantCulture)}#",
            Guid id => id.ToString("N"),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    // A whole number would come back as an integer.
    private static string Number(string digits) => digits.AsSpan().IndexOfAny('.', 'E') < 0 ? digits + ".0" : digits;

    private static string Quote(string text)
    {
        var output = new StringBuilder("'");
        foreach (var letter in text)
        {
            output.Append(
                letter switch
                {
                    '\'' => "\\'",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' => $"\\u{(int)letter:x4}",
                    _ => letter.ToString(),
                }
            );
        }

        return output.Append('\'').ToString();
    }
}
