using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Segments;

/// <summary>A plan in words, for people.</summary>
internal static class PlanWords
{
    public static IReadOnlyList<string> Describe(SegmentPlan plan, Language language)
    {
        var isChinese = language == Language.Chinese;
        return [Summary(plan, isChinese), .. plan.Parts.Select(part => Describe(part, isChinese))];
    }

    private static string Summary(SegmentPlan plan, bool isChinese)
    {
        if (plan.Sql is null)
        {
            return isChinese ? "逐个客户在内存中判断。" : "Every contact is judged in memory.";
        }

        return (plan.IsExact, isChinese) switch
        {
            (true, true) => "一条 SQL 查询给出全部答案。",
            (true, false) => "One SQL query gives the whole answer.",
            (false, true) => "一条 SQL 查询先缩小范围，剩下的客户在内存中逐个判断。",
            (false, false) => "One SQL query narrows the contacts down; those left are judged in memory.",
        };
    }

    private static string Describe(PlanPart part, bool isChinese) =>
        part.Reason is { } reason
            ? isChinese
                ? $"内存：{part.Text}（{InChinese(reason)}）"
                : $"memory: {part.Text} ({InEnglish(reason)})"
            : $"SQL: {part.Text}";

    private static string InEnglish(PlanReason reason) =>
        reason switch
        {
            PlanReason.NoDatabase => "the contacts are in memory",
            PlanReason.Culture => "the answer depends on the culture that asks",
            PlanReason.Letters => "databases count and change letters in their own way",
            PlanReason.Arithmetic => "numbers could be rounded or overflow differently",
            PlanReason.Calendar => "parts of a date depend on its offset and calendar",
            PlanReason.Order => "looking at one row may fail, so the order of rows matters",
            PlanReason.Characters => "it has characters that a query cannot say safely",
            _ => "there is no translation that is certain to give the same answer",
        };

    private static string InChinese(PlanReason reason) =>
        reason switch
        {
            PlanReason.NoDatabase => "客户就在内存中",
            PlanReason.Culture => "结果取决于提问时的区域文化",
            PlanReason.Letters => "数据库计算和变换字符的方式不同",
            PlanReason.Arithmetic => "数值的舍入或溢出可能不同",
            PlanReason.Calendar => "日期的组成部分取决于时差和历法",
            PlanReason.Order => "查看某一行可能失败，行的先后会影响结果",
            PlanReason.Characters => "含有查询中无法安全表达的字符",
            _ => "没有能保证结果一致的 SQL 写法",
        };
}
