using Workflows.Rules.Comparison;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Tests.Analysis;

namespace Workflows.Rules.Tests.Comparison;

public sealed class RuleSetComparerTests
{
    private static readonly RulesEngineJudge Judge = new();
    private static readonly RuleSetComparer Comparer = new(Judge, RuleSetAnalyserTests.Shape);

    [Theory]
    // formatting is no change
    [InlineData("contact.Orders>=2 AND contact.Vip", "contact.Orders  >= 2 && contact.Vip", "")]
    [InlineData("not contact.Vip", "! Contact.VIP", "")]
    [InlineData("contact.City = 'a' or contact.Vip", "contact.City == 'a' || contact.Vip", "")]
    [InlineData(
        "contact.City == \"a  b\"",
        "contact.City == \"a b\"",
        "Threshold: In 'r0': contact.City == \"a  b\" → contact.City == \"a b\"."
    )]
    // values
    [InlineData(
        "contact.Orders >= 2",
        "contact.Orders >= 3",
        "Threshold: In 'r0': contact.Orders >= 2 → contact.Orders >= 3."
    )]
    [InlineData(
        "contact.Orders >= 2 && (contact.PaidAt >= now.AddDays(-30) || contact.Vip)",
        "contact.Orders >= 2 && (contact.PaidAt >= now.AddDays(-60) || contact.Vip)",
        "Threshold: In 'r0': contact.PaidAt >= now.AddDays(-30) → contact.PaidAt >= now.AddDays(-60)."
    )]
    // other words for the same contacts
    [InlineData(
        "contact.Orders > 2",
        "contact.Orders >= 3",
        "Reworded: 'r0' is written in another way and holds for the same contacts."
    )]
    [InlineData(
        "!(contact.Vip || contact.Orders < 2)",
        "contact.Orders >= 2 && !contact.Vip",
        "Reworded: 'r0' is written in another way and holds for the same contacts."
    )]
    // another condition
    [InlineData("contact.Orders > 2", "contact.Vip", "Condition: 'r0' has another condition.")]
    [InlineData(
        "contact.City.StartsWith(\"a\")",
        "contact.City.EndsWith(\"a\")",
        "Condition: 'r0' has another condition."
    )]
    public void Compare_Conditions_TellsWhatChanged(string old, string now, string expected) =>
        Assert.Equal(expected, Lines(Comparer.Compare(RuleFiles.Of(old), RuleFiles.Of(now))));

    [Fact]
    public void Compare_Rules_AreFoundAgain()
    {
        var old = Named(
            ("a", "contact.Orders > 1"),
            ("b", "contact.Orders > 2"),
            ("c", "contact.Vip"),
            ("d", "contact.Orders > 9")
        );
        var now = Named(
            ("c", "contact.Vip"),
            ("a", "contact.Orders > 1"),
            ("bee", "contact.Orders > 2"),
            ("e", "contact.Orders == 4")
        );

        var comparison = Comparer.Compare(old, now);

        Assert.Equal(
            "Renamed: 'b' is called 'bee' now.|Event: 'bee' has another event.|Added: 'e' is new.|Removed: 'd' is gone.|Moved: 'c' is asked in place 1, before in place 3.",
            Lines(comparison)
        );
        Assert.Equal("bee", comparison.Renamed["b"]);
    }

    [Fact]
    public void Compare_Parameters_AreComparedByName()
    {
        var old = RuleFiles.Of("contact.Orders >= min") with { GlobalParams = [new("min", "2"), new("max", "4")] };
        var now = RuleFiles.Of("contact.Orders >= min") with { GlobalParams = [new("min", "3"), new("top", "5")] };

        var comparison = Comparer.Compare(old, now);

        Assert.Equal(
            "Threshold: min: 2 → 3.|Threshold: The parameter top is new: 5.|Threshold: The parameter max is gone.",
            Lines(comparison)
        );
        Assert.Equal(
            ["min：2 → 3。", "新增参数 top：5。", "删除参数 max。"],
            comparison.Changes.Select(change => change.Message.Zh)
        );
        var movement = Assert.Single(comparison.Movements);
        Assert.Equal(("r0", null, "contact.Orders: 2"), (movement.From, movement.To, movement.Where));
    }

    [Fact]
    public void Compare_DatesOfForce_AreAChange()
    {
        var old = RuleFiles.Of("true") with { ValidTo = "2026-06-18" };

        var comparison = Comparer.Compare(old, RuleFiles.Of("true") with { ValidFrom = "2026-06-18" });

        Assert.Equal(
            "Other: It comes into force at another time.|Other: It goes out of force at another time.",
            Lines(comparison)
        );
    }

    [Fact]
    public void Compare_TheSame_IsTheSame()
    {
        var lifecycle = RuleFiles.Read(RuleFiles.LifecycleTiers);

        var comparison = new RuleSetComparer(Judge, RuleFiles.Shape).Compare(lifecycle, lifecycle);

        Assert.True(comparison.IsSame);
        Assert.Empty(comparison.Changes);
        Assert.Empty(comparison.Movements);
        Assert.Empty(comparison.NotAnalysed);
    }

    [Fact]
    public void Compare_Order_SaysWhoFallsElsewhere()
    {
        var old = Named(("many", "contact.Orders >= 5"), ("vip", "contact.Vip"));
        var now = Named(("vip", "contact.Vip"), ("many", "contact.Orders >= 5"));

        var movement = Assert.Single(Comparer.Compare(old, now).Movements);

        Assert.Equal(("many", "vip"), (movement.From, movement.To));
        Assert.Equal("contact.Orders: >= 5; contact.Vip: true", movement.Where);
        Assert.Equal("contact.Orders = 5, contact.Vip = true", movement.Example.Text);
    }

    [Fact]
    public void Compare_BrokenVersion_ComparesTextsAndSaysWhyNotMore()
    {
        var comparison = Comparer.Compare(RuleFiles.Of("contact.Nix > 1"), RuleFiles.Of("contact.Nix > 2"));

        Assert.Equal("Threshold: In 'r0': contact.Nix > 1 → contact.Nix > 2.", Lines(comparison));
        Assert.Single(comparison.NotAnalysed);
    }

    [Fact]
    public void Compare_NotUnderstood_IsSaid()
    {
        var comparison = Comparer.Compare(
            RuleFiles.Of("contact.City.StartsWith(\"a\")"),
            RuleFiles.Of("contact.City.StartsWith(\"b\")")
        );

        Assert.Empty(comparison.Movements);
        Assert.StartsWith("r0: ", comparison.NotAnalysed[0].En, StringComparison.Ordinal);
    }

    private static RuleSet Named(params (string Name, string Expression)[] rules) =>
        new()
        {
            Name = "s",
            Rules = [.. rules.Select(rule => new Rule { Name = rule.Name, Expression = rule.Expression })],
        };

    private static string Lines(RuleSetComparison comparison) =>
        string.Join(
            '|',
            comparison.Changes.Select(change =>
                $"{change.Kind}: {change.Message.In(Workflows.Expressions.Diagnostics.Language.English)}"
            )
        );
}
