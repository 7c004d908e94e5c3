using System.Text.Json;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Values;

namespace Workflows.Rules.Tests.Values;

public sealed class RuleChainTests
{
    private static readonly RulesEngineJudge Judge = new();

    private static readonly RuleSet Tiers = RuleSet(
        "tiers",
        ("loyal", "contact.PaidOrderCount >= 5", "\"gold\""),
        ("any", "contact.PaidOrderCount >= 1", "\"plain\"")
    );

    private static readonly RuleSet Discounts = RuleSet(
        "discounts",
        ("gold", "tier == \"gold\" and contact.PaidAmount > 100", "0.8"),
        ("plain", "tier == \"plain\"", "0.95")
    );

    [Theory]
    [InlineData(7, 200, "gold", 0.8)]
    [InlineData(2, 200, "plain", 0.95)]
    [InlineData(7, 50, "gold", null)]
    [InlineData(0, 50, null, null)]
    public void Chain_ValueOfOneRuleSet_IsAnInputOfTheNext(int orders, int amount, string? tier, double? discount)
    {
        var customer = new Customer { PaidOrderCount = orders, PaidAmount = amount };
        var chain = new RuleChain([
            new("tier", new PreparedRuleSet(Judge, Tiers)),
            new("discount", new PreparedRuleSet(Judge, Discounts)),
        ]);

        var values = tier is null
            ? chain.Evaluate([new("contact", customer)], Expressions.InputShape.Of(("tier", typeof(string))))
            : chain.Evaluate([new("contact", customer)]);

        Assert.Equal([tier, discount], values.Select(value => value.Value));
        // The judge alone says the same.
        IReadOnlyList<RuleInput> inputs = [new("contact", customer), new("tier", tier)];
        var judged = Judge.Prepare(Discounts).Judge(inputs, Expressions.InputShape.Of(("tier", typeof(string))));
        Assert.Equal(discount, judged.Answer!.First().Value);
    }

    [Fact]
    public void Values_HaveKinds()
    {
        var ruleSet = RuleSet(
            "kinds",
            ("number", "true", "1.5"),
            ("text", "true", "\"a\""),
            ("date", "true", "contact.JoinedAt"),
            ("flag", "true", "1 < 2"),
            ("nothing", "true", "null"),
            ("list", "true", "contact.City.Split(',')"),
            ("record", "true", "new(1 as a, contact.City as b)"),
            ("not", "false", "1")
        );

        var answer = Judge.Judge(ruleSet, [new("contact", new Customer { City = "a,b" })]).Answer;

        Assert.NotNull(answer);
        Assert.Equal(
            [
                RuleValueKind.Number,
                RuleValueKind.Text,
                RuleValueKind.Date,
                RuleValueKind.Flag,
                RuleValueKind.List,
                RuleValueKind.Record,
            ],
            answer.All().Select(value => value.Kind)
        );
        Assert.Equal(("number", 1.5), (answer.First().Rule, answer.First().Value));
        Assert.True(answer.First().TryGet<double>(out var number) && number > 1);
        Assert.False(answer.First().TryGet<string>(out _));
    }

    [Theory]
    [InlineData("tier", "Tier")]
    [InlineData("tier", "my tier")]
    public void Chain_NamesThatCannotBe_AreRefused(string first, string second) =>
        Assert.Throws<ArgumentException>(() =>
            new RuleChain([
                new(first, new PreparedRuleSet(Judge, Tiers)),
                new(second, new PreparedRuleSet(Judge, Discounts)),
            ])
        );

    private static RuleSet RuleSet(string name, params (string Name, string Condition, string Output)[] rules) =>
        new()
        {
            Name = name,
            Rules =
            [
                .. rules.Select(rule => new Rule
                {
                    Name = rule.Name,
                    Expression = rule.Condition,
                    OnSuccess = new RuleAction(
                        RuleAction.OutputExpression,
                        new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase)
                        {
                            ["expression"] = JsonSerializer.SerializeToElement(rule.Output),
                        }
                    ),
                }),
            ],
        };
}
