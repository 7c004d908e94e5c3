using Workflows.Rules.Analysis.Reading;

namespace Workflows.Rules.Tables.Cells;

/// <summary>The words and signs of cells, in English and Chinese, longer ones before those they start with.</summary>
internal static class CellWords
{
    public static readonly (string Word, Operator Operator)[] Operators =
    [
        (">=", Operator.GreaterOrEqual),
        ("≥", Operator.GreaterOrEqual),
        ("<=", Operator.LessOrEqual),
        ("≤", Operator.LessOrEqual),
        ("<>", Operator.NotEqual),
        ("!=", Operator.NotEqual),
        ("≠", Operator.NotEqual),
        ("==", Operator.Equal),
        ("=", Operator.Equal),
        (">", Operator.Greater),
        ("<", Operator.Less),
        ("大于等于", Operator.GreaterOrEqual),
        ("不小于", Operator.GreaterOrEqual),
        ("不低于", Operator.GreaterOrEqual),
        ("至少", Operator.GreaterOrEqual),
        ("小于等于", Operator.LessOrEqual),
        ("不大于", Operator.LessOrEqual),
        ("不超过", Operator.LessOrEqual),
        ("至多", Operator.LessOrEqual),
        ("大于", Operator.Greater),
        ("超过", Operator.Greater),
        ("小于", Operator.Less),
        ("低于", Operator.Less),
        ("不等于", Operator.NotEqual),
        ("等于", Operator.Equal),
    ];

    public static readonly (string Word, string Method)[] Searches =
    [
        ("contains", nameof(string.Contains)),
        ("包含", nameof(string.Contains)),
        ("starts with", nameof(string.StartsWith)),
        ("starts", nameof(string.StartsWith)),
        ("开头是", nameof(string.StartsWith)),
        ("ends with", nameof(string.EndsWith)),
        ("ends", nameof(string.EndsWith)),
        ("结尾是", nameof(string.EndsWith)),
    ];

    public static readonly string[] Negations = ["not", "非", "不是"];
    public static readonly string[] Conjunctions = ["and ", "&&", "且", "并且"];
    public static readonly string[] RangeSigns = ["..", "…", "‥", "~", "至"];

    public static bool IsAnything(string cell) => cell is "" or "-" or "--" or "*" or "any" or "任意" or "不限";

    public static bool IsMissing(string word) => word.ToLowerInvariant() is "null" or "空" or "空值";

    public static bool? Flag(string word) =>
        word.ToLowerInvariant() switch
        {
            "true" or "yes" or "y" or "是" or "真" => true,
            "false" or "no" or "n" or "否" or "假" => false,
            _ => null,
        };
}
