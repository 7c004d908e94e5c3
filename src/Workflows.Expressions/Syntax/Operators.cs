using System.Collections.Frozen;

namespace Workflows.Expressions.Syntax;

/// <summary>How operators are written and how tightly they bind.</summary>
internal static class Operators
{
    public const int Lowest = 1;
    public const int Power = 12;

    // Longer symbols come before their own beginnings.
    private static readonly (string Symbol, BinaryOperator Operator)[] Symbols =
    [
        ("??", BinaryOperator.Coalesce),
        ("||", BinaryOperator.Or),
        ("&&", BinaryOperator.And),
        ("==", BinaryOperator.Equal),
        ("!=", BinaryOperator.NotEqual),
        ("<>", BinaryOperator.NotEqual),
        ("<<", BinaryOperator.LeftShift),
        (">>", BinaryOperator.RightShift),
        ("<=", BinaryOperator.LessOrEqual),
        (">=", BinaryOperator.GreaterOrEqual),
        ("<", BinaryOperator.Less),
        (">", BinaryOperator.Greater),
        ("=", BinaryOperator.Equal),
        ("+", BinaryOperator.Add),
        ("-", BinaryOperator.Subtract),
        ("*", BinaryOperator.Multiply),
        ("/", BinaryOperator.Divide),
        ("%", BinaryOperator.Modulo),
        ("|", BinaryOperator.BitwiseOr),
        ("^", BinaryOperator.BitwiseXor),
        ("&", BinaryOperator.BitwiseAnd),
        ("and", BinaryOperator.And),
        ("or", BinaryOperator.Or),
        ("in", BinaryOperator.In),
        ("like", BinaryOperator.Like),
    ];

    private const string PowerSymbol = "**";

    private static readonly FrozenDictionary<BinaryOperator, string> Written = Symbols
        .Append((Symbol: PowerSymbol, Operator: BinaryOperator.Power))
        .GroupBy(entry => entry.Operator)
        .ToFrozenDictionary(group => group.Key, group => group.First().Symbol);

    /// <summary>Finds the operator at a place, whatever its case; <c>not in</c> and <c>not like</c> have one blank between.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out BinaryOperator found, out int length)
    {
        foreach (var (symbol, candidate) in Symbols)
        {
            if (text.StartsWith(symbol, StringComparison.OrdinalIgnoreCase))
            {
                (found, length) = (candidate, symbol.Length);
                return true;
            }
        }

        return TryReadNegated(text, out found, out length);
    }

    /// <summary>Whether <c>**</c> stands at a place; powers bind tighter than the prefixes of other operands.</summary>
    public static bool StartsPower(ReadOnlySpan<char> text) => text.StartsWith(PowerSymbol);

    public static int PrecedenceOf(BinaryOperator value) =>
        value switch
        {
            BinaryOperator.Coalesce => Lowest,
            BinaryOperator.Or => 2,
            BinaryOperator.And => 3,
            BinaryOperator.BitwiseOr => 4,
            BinaryOperator.BitwiseXor => 5,
            BinaryOperator.BitwiseAnd => 6,
            BinaryOperator.Equal or BinaryOperator.NotEqual => 7,
            BinaryOperator.LeftShift or BinaryOperator.RightShift => 9,
            BinaryOperator.Add or BinaryOperator.Subtract => 10,
            BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo => 11,
            BinaryOperator.Power => Power,
            _ => 8,
        };

    public static bool IsRightAssociative(BinaryOperator value) =>
        value is BinaryOperator.Power or BinaryOperator.Coalesce;

    public static string Write(BinaryOperator value) =>
        value switch
        {
            BinaryOperator.NotIn => "not in",
            BinaryOperator.NotLike => "not like",
            _ => Written[value],
        };

    private static bool TryReadNegated(ReadOnlySpan<char> text, out BinaryOperator found, out int length)
    {
        if (text.StartsWith("not in", StringComparison.OrdinalIgnoreCase))
        {
            (found, length) = (BinaryOperator.NotIn, "not in".Length);
            return true;
        }

        (found, length) = (BinaryOperator.NotLike, "not like".Length);
        return text.StartsWith("not like", StringComparison.OrdinalIgnoreCase);
    }
}
