using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda.Outlines;

namespace Workflows.Rules.Explaining;

/// <summary>The words for operators and functions, in both languages.</summary>
internal static class Phrases
{
    private static readonly Dictionary<string, (string English, string Chinese)> Comparisons = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["=="] = ("is", "等于"),
        ["!="] = ("is not", "不等于"),
        [">"] = ("is more than", "大于"),
        [">="] = ("is at least", "不小于"),
        ["<"] = ("is less than", "小于"),
        ["<="] = ("is at most", "不大于"),
        ["in"] = ("is one of", "属于"),
    };

    private static readonly Dictionary<string, (string English, string Chinese)> InTime = new(StringComparer.Ordinal)
    {
        [">"] = ("is after", "晚于"),
        [">="] = ("is not before", "不早于"),
        ["<"] = ("is before", "早于"),
        ["<="] = ("is not after", "不晚于"),
    };

    private static readonly Dictionary<string, (string English, string Chinese)> Functions = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Contains"] = ("{0} contains {1}", "{0} 包含 {1}"),
        ["StartsWith"] = ("{0} starts with {1}", "{0} 以 {1} 开头"),
        ["EndsWith"] = ("{0} ends with {1}", "{0} 以 {1} 结尾"),
        ["Equals"] = ("{0} is {1}", "{0} 等于 {1}"),
        ["IsNullOrEmpty"] = ("{0} is empty", "{0} 为空"),
        ["IsNullOrWhiteSpace"] = ("{0} is empty", "{0} 为空"),
        ["HasValue"] = ("{0} is there", "{0} 有值"),
        ["Any"] = ("{0} has any", "{0} 有内容"),
        ["Refuses"] = ("the contact refuses {1} of kind {2}", "客户拒收 {1} 的 {2}"),
    };

    private static readonly Dictionary<string, (string English, string Chinese)> Units = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["AddSeconds"] = ("seconds", "秒"),
        ["AddMinutes"] = ("minutes", "分钟"),
        ["AddHours"] = ("hours", "小时"),
        ["AddDays"] = ("days", "天"),
        ["AddMonths"] = ("months", "个月"),
        ["AddYears"] = ("years", "年"),
    };

    /// <summary>The words of a comparison's operator.</summary>
    public static string Comparison(string sign, Type? type, Language language)
    {
        var bare = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        var isTime = bare == typeof(DateTimeOffset) || bare == typeof(DateTime);
        var words = isTime && InTime.TryGetValue(sign, out var time) ? time : Comparisons[sign];
        return Pick(words, language);
    }

    /// <summary>The sentence of a condition that is a function; null where we have none.</summary>
    public static string? Function(string name, int operands, Language language) =>
        Functions.TryGetValue(name, out var words) && Needs(words.English) <= operands ? Pick(words, language) : null;

    /// <summary>A time told by its distance from another one; null for a function that moves no time.</summary>
    /// <param name="name">The function, such as <c>AddDays</c>.</param>
    /// <param name="distance">How far it moves.</param>
    /// <param name="from">From where, in words.</param>
    /// <param name="language">The language.</param>
    public static string? Shift(string name, double distance, string from, Language language)
    {
        if (!Units.TryGetValue(name, out var unit))
        {
            return null;
        }

        var isBefore = distance < 0;
        var number = Math.Abs(distance).ToString("0.##", CultureInfo.InvariantCulture);
        return language == Language.Chinese
            ? $"{from}{(isBefore ? "前" : "后")} {number} {unit.Chinese}"
            : $"{number} {unit.English} {(isBefore ? "before" : "after")} {from}";
    }

    /// <summary>What introduces the parts of a condition.</summary>
    public static string Heading(OutlineKind kind, Language language) =>
        kind switch
        {
            OutlineKind.And => Pick(("all of these", "全部满足"), language),
            OutlineKind.Or => Pick(("any of these", "满足任一"), language),
            OutlineKind.Not => Pick(("not", "不满足"), language),
            _ => Pick(("depending on a condition", "视条件而定"), language),
        };

    public static string Mark(PartState state) =>
        state switch
        {
            PartState.Holds => "✓",
            PartState.DoesNotHold => "✗",
            PartState.Failed => "!",
            _ => "",
        };

    public static string Pick((string English, string Chinese) words, Language language) =>
        language == Language.Chinese ? words.Chinese : words.English;

    private static int Needs(string template) =>
        template.Contains("{2}", StringComparison.Ordinal) ? 3
        : template.Contains("{1}", StringComparison.Ordinal) ? 2
        : 1;
}
