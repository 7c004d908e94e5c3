using Workflows.Rules.Tables;

namespace Workflows.Rules.Analysis;

/// <summary>What an analysis says.</summary>
internal static class Sentences
{
    public static Wording Gap { get; } = new("No rule holds for these contacts.", "这些客户没有任何规则成立。");

    public static Wording OverlapUnclear { get; } =
        new("whether both can hold is not known", "无法确定两者是否会同时成立");

    public static Wording GapUnclear { get; } =
        new("whether a rule holds here is not known", "无法确定此处是否有规则成立");

    public static Wording Overlap(string first, string second, HitPolicy policy) =>
        policy == HitPolicy.Unique
            ? new($"Both '{first}' and '{second}' hold.", $"“{first}”与“{second}”同时成立。")
            : new(
                $"Both '{first}' and '{second}' hold; '{first}' decides.",
                $"“{first}”与“{second}”同时成立，以“{first}”为准。"
            );

    public static Wording NeverHolds(string rule) =>
        new($"'{rule}' can never hold: its conditions contradict each other.", $"“{rule}”永远不会成立：条件自相矛盾。");

    public static Wording Shadowed(string rule, string? by) =>
        by is null
            ? new(
                $"'{rule}' never decides: wherever it holds, one of the rules before it does.",
                $"“{rule}”永远不会生效：它成立之处，前面的规则必有一条成立。"
            )
            : new(
                $"'{rule}' never decides: wherever it holds, '{by}' holds before it.",
                $"“{rule}”永远不会生效：它成立之处，前面的“{by}”也成立。"
            );

    public static Wording AlwaysTrue(string rule) =>
        new($"'{rule}' holds for every contact.", $"“{rule}”对所有客户都成立。");

    public static Wording AlwaysTrue(string rule, string condition) =>
        new($"In '{rule}', '{condition}' is true for every contact.", $"“{rule}”中的“{condition}”对所有客户都成立。");

    public static Wording Seam(string first, string condition, string second, string other) =>
        new(
            $"'{first}' says '{condition}' and '{second}' says '{other}': to which side does the value itself belong?",
            $"“{first}”写“{condition}”，“{second}”写“{other}”：临界值本身属于哪一边？"
        );

    public static Wording MoreOverlaps(int count) =>
        new($"after {count} overlaps the search was ended", $"找到 {count} 处重叠后停止查找");

    public static Wording MoreUnclear(int count) =>
        new($"{count} more pairs of rules may overlap", $"另有 {count} 对规则可能重叠");

    public static Wording MoreGaps(int count) =>
        new($"{count} more places where there may be gaps were not looked at", $"另有 {count} 处可能的缺口未查看");
}
