using System.Globalization;
using Workflows.Rules.Analysis;

namespace Workflows.Rules.Comparison;

/// <summary>What a comparison says.</summary>
internal static class ChangeSentences
{
    public static Wording ValidFrom { get; } = new("It comes into force at another time.", "生效时间变了。");

    public static Wording ValidTo { get; } = new("It goes out of force at another time.", "失效时间变了。");

    public static Wording Includes { get; } = new("It includes other rule sets.", "引入的规则集变了。");

    public static Wording Added(string rule) => new($"'{rule}' is new.", $"新增“{rule}”。");

    public static Wording Removed(string rule) => new($"'{rule}' is gone.", $"删除“{rule}”。");

    public static Wording Renamed(string old, string now) =>
        new($"'{old}' is called '{now}' now.", $"“{old}”改名为“{now}”。");

    public static Wording Moved(string rule, int old, int now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"'{rule}' is asked in place {now}, before in place {old}."),
            string.Create(CultureInfo.InvariantCulture, $"“{rule}”从第 {old} 位移到第 {now} 位。")
        );

    public static Wording Condition(string rule) => new($"'{rule}' has another condition.", $"“{rule}”的条件变了。");

    public static Wording Reworded(string rule) =>
        new(
            $"'{rule}' is written in another way and holds for the same contacts.",
            $"“{rule}”写法不同，成立的客户相同。"
        );

    public static Wording Threshold(string rule, string before, string after) =>
        new($"In '{rule}': {before} → {after}.", $"“{rule}”：{before} → {after}。");

    public static Wording Param(string name, string? before, string? after) =>
        (before, after) switch
        {
            (null, _) => new($"The parameter {name} is new: {after}.", $"新增参数 {name}：{after}。"),
            (_, null) => new($"The parameter {name} is gone.", $"删除参数 {name}。"),
            _ => new($"{name}: {before} → {after}.", $"{name}：{before} → {after}。"),
        };

    public static Wording Event(string rule) => new($"'{rule}' has another event.", $"“{rule}”的事件变了。");

    public static Wording Output(string rule) => new($"'{rule}' has another output.", $"“{rule}”的输出变了。");

    public static Wording Failure(string rule) =>
        new($"'{rule}' does something else when it does not hold.", $"“{rule}”不成立时的动作变了。");

    public static Wording Message(string rule) =>
        new($"'{rule}' has another error message.", $"“{rule}”的错误提示变了。");

    public static Wording Enabled(string rule, bool isEnabled) =>
        isEnabled
            ? new($"'{rule}' takes part again.", $"“{rule}”已启用。")
            : new($"'{rule}' takes part no longer.", $"“{rule}”已停用。");

    public static Wording MovementUnclear(string where) =>
        new($"whether another rule decides where {where} is not known", $"{where} 处是否由其他规则决定，无法确定");

    public static string Place(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
