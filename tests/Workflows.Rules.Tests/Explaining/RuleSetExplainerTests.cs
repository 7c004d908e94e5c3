using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Explaining;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Tests.Compilation;

namespace Workflows.Rules.Tests.Explaining;

public sealed class RuleSetExplainerTests
{
    private static readonly Vocabulary Names = new([
        new("contact.PaidOrderCount", "paid orders", "已付订单数"),
        new("contact.LastPaidAt", "last paid at", "最近付款时间"),
        new("contact.City", "city", "城市"),
        new("now", "now", "当前时间"),
    ]);

    private static readonly Customer Contact = new()
    {
        PaidOrderCount = 3,
        JoinedAt = RandomRules.Now.AddDays(-10),
        LastPaidAt = RandomRules.Now.AddDays(-61),
        PaidAmount = 99.5m,
        City = "Shanghai",
    };

    [Theory]
    [InlineData("contact.PaidOrderCount >= 2", "paid orders 3 is at least 2 ✓", "已付订单数 3 不小于 2 ✓")]
    [InlineData("contact.PaidOrderCount == 1", "paid orders 3 is 1 ✗", "已付订单数 3 等于 1 ✗")]
    [InlineData("contact.PaidOrderCount in (1, 3)", "paid orders 3 is one of (1, 3) ✓", "已付订单数 3 属于 (1, 3) ✓")]
    [InlineData(
        "contact.LastPaidAt >= now.AddDays(-60)",
        "last paid at 2021-01-29 00:00+08:00 is not before 2021-01-30 00:00+08:00 (60 days before now) ✗",
        "最近付款时间 2021-01-29 00:00+08:00 不早于 2021-01-30 00:00+08:00 (当前时间前 60 天) ✗"
    )]
    [InlineData(
        "contact.City.StartsWith(\"Sh\")",
        "city \"Shanghai\" starts with \"Sh\" ✓",
        "城市 \"Shanghai\" 以 \"Sh\" 开头 ✓"
    )]
    [InlineData("string.IsNullOrEmpty(contact.City)", "city \"Shanghai\" is empty ✗", "城市 \"Shanghai\" 为空 ✗")]
    [InlineData(
        "contact.LastPaidAt.HasValue",
        "last paid at 2021-01-29 00:00+08:00 is there ✓",
        "最近付款时间 2021-01-29 00:00+08:00 有值 ✓"
    )]
    [InlineData(
        "contact.PaidOrderCount >= least",
        "paid orders 3 is at least 2 (least) ✓",
        "已付订单数 3 不小于 2 (least) ✓"
    )]
    [InlineData(
        "contact.PaidAmount * 2 > 100",
        "199 (contact.PaidAmount * 2) is more than 100 ✓",
        "199 (contact.PaidAmount * 2) 大于 100 ✓"
    )]
    [InlineData("isBuyer", "isBuyer (paid orders 3 is more than 0 ✓)", "isBuyer (已付订单数 3 大于 0 ✓)")]
    [InlineData(
        "contact.PaidOrderCount > 5 and contact.City == null",
        "paid orders 3 is more than 5 ✗",
        "已付订单数 3 大于 5 ✗"
    )]
    [InlineData(
        "not (contact.PaidOrderCount > 5)",
        "not (paid orders 3 is more than 5 ✗)",
        "不满足 (已付订单数 3 大于 5 ✗)"
    )]
    public void Condition_InWords(string expression, string english, string chinese)
    {
        Assert.Equal(english, Why(Explain(expression, Language.English)));
        Assert.Equal(chinese, Why(Explain(expression, Language.Chinese)));

        // Where no rule holds, the reasons of the first few are told.
        static string Why(RuleSetExplanation explanation) => explanation.Why.Split(" | r: ")[^1];
    }

    [Fact]
    public void Condition_MissingValue_SaysWhichOne()
    {
        var explanation = Explain("contact.LastPaidAt.Value.AddDays(30) < now", Language.English, new Customer());

        var rule = Assert.Single(explanation.Rules);
        Assert.Equal(PartState.Failed, rule.State);
        Assert.Contains("last paid at is empty", rule.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Condition_BehindTheDecidingPart_IsNotAsked()
    {
        const string Text = "contact.PaidOrderCount > 5 and contact.City.Length > 2";

        var condition = Assert.Single(Explain(Text, Language.English).Rules).Condition!;

        Assert.Equal([PartState.DoesNotHold, PartState.NotAsked], condition.Parts.Select(part => part.State));
        Assert.Equal([true, false], condition.Parts.Select(part => part.Decides));
        var second = condition.Parts[1];
        Assert.Equal("contact.City.Length > 2", Text.Substring(second.Start, second.Length));
    }

    [Fact]
    public void Params_AreShownWithTheirValues()
    {
        var explanation = Explain("contact.PaidOrderCount >= least", Language.English);

        Assert.Equal(
            [("least", (object?)2), ("isBuyer", true)],
            explanation.Params.Select(param => (param.Name, param.Value.Value))
        );
        var operand = explanation.Rules[0].Condition!.Parts[1];
        Assert.Equal("least", operand.Param);
    }

    [Fact]
    public void Output_IsExplained_AndItsFailureToo()
    {
        var rule = new Rule
        {
            Name = "r",
            Expression = "true",
            OnSuccess = new RuleAction(
                RuleAction.OutputExpression,
                new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase)
                {
                    ["Expression"] = JsonSerializer.SerializeToElement("contact.LastPaidAt.Value.AddDays(1)"),
                }
            ),
        };

        var known = Explain(rule, Language.English, Contact).Rules[0].Output!;
        var failed = Explain(rule, Language.Chinese, new Customer()).Rules[0];

        Assert.Equal("2021-01-30T00:00:00.0000000+08:00", known.Value);
        Assert.Equal((PartState.Holds, PartState.Failed), (failed.State, failed.Output!.State));
        Assert.Contains("最近付款时间 为空", failed.Failure, StringComparison.Ordinal);
    }

    private static RuleSetExplanation Explain(string expression, Language language, Customer? contact = null) =>
        Explain(new Rule { Name = "r", Expression = expression }, language, contact ?? Contact);

    private static RuleSetExplanation Explain(Rule rule, Language language, Customer contact)
    {
        var ruleSet = new RuleSet
        {
            Name = "s",
            GlobalParams = [new("least", "2"), new("isBuyer", "contact.PaidOrderCount > 0")],
            Rules = [rule],
        };
        return new RulesEngineJudge()
            .Prepare(ruleSet)
            .Explain([new("contact", contact), new("now", RandomRules.Now)], Names, language);
    }
}
