using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Storage.Tests.Segments;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases have to do about segments beside what every store does.</summary>
public abstract class SqlSegmentStoreContract(StorageKind kind) : SegmentStoreContract
{
    private TestDatabase _database = null!;

    protected override IContactStore Contacts => _database.Get<IContactStore>();

    protected override ISegmentStore Segments => _database.Get<ISegmentStore>();

    public override async Task OpenAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Find_AnotherTenant_SeesItsOwnContactsOnly()
    {
        await AcceptAsync(2, Event("1", "eve", ContactEventTypes.OrderPaid, daysAgo: 1));

        Assert.Equal("eve", await NamesAsync(Ask("orders.Any() and events.Any()") with { Tenant = 2 }));
        Assert.Equal("ann,dan", await NamesAsync(Ask("orders.Any() and events.Any()")));
    }

    [Fact]
    public void Explain_RuleWithoutRest_IsOneQuery()
    {
        var plan = Segments.Explain(Ask("orders.Count(it.PaidAt >= now.AddDays(-30)) >= 2"));

        Assert.True(plan.IsExact);
        Assert.Equal("One SQL query gives the whole answer.", plan.Describe(Language.English)[0]);
        Assert.Equal("一条 SQL 查询给出全部答案。", plan.Describe(Language.Chinese)[0]);
        Assert.Contains("orders", plan.Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_PartWithoutTranslation_NarrowsAndSaysWhy()
    {
        var plan = Segments.Explain(Ask("orders.Any() and contact.Text(\"city\").ToUpper() == \"BEIJING\""));

        Assert.Equal(
            [
                "One SQL query narrows the contacts down; those left are judged in memory.",
                "SQL: orders.Any()",
                "memory: contact.Text(\"city\").ToUpper() == \"BEIJING\" (the answer depends on the culture that asks)",
            ],
            plan.Describe(Language.English)
        );
        Assert.Equal(
            "内存：contact.Text(\"city\").ToUpper() == \"BEIJING\"（结果取决于提问时的区域文化）",
            plan.Describe(Language.Chinese)[2]
        );
        Assert.Contains("orders", plan.Sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders.Any() or contact.JoinedAt.Year == 2026", false)]
    [InlineData("not (contact.JoinedAt.Year == 2026 or events.Any())", true)]
    [InlineData("orders.Any() and (events.Any() or contact.JoinedAt.Year == 2026)", true)]
    [InlineData("iif(contact.JoinedAt.Year == 2026, events.Any(), orders.Any())", false)]
    public void Explain_PartWithoutTranslation_NarrowsOnlyWhereItCan(string rule, bool narrows)
    {
        var sql = Segments.Explain(Ask(rule)).Sql!;

        Assert.Equal(narrows, sql.Contains("EXISTS", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("contact.Text(\"city\").Length > 2", PlanReason.Letters)]
    [InlineData("contact.Text(\"city\") > \"M\"", PlanReason.Culture)]
    [InlineData("contact.PaidAmount / 3 > 1", PlanReason.Arithmetic)]
    [InlineData("orders.Average(it.Amount) > 1", PlanReason.Arithmetic)]
    [InlineData("contact.JoinedAt.Year == 2026", PlanReason.Calendar)]
    [InlineData("orders.Any(it.PaidAt > contact.LastPaidAt.Value)", PlanReason.Order)]
    [InlineData("contact.Text(\"a\\\"b\") == \"x\"", PlanReason.Characters)]
    [InlineData("contact.Attributes.ContainsKey(\"city\")", PlanReason.NotTranslated)]
    public void Explain_WhatCouldDiffer_StaysInMemoryForAReason(string rule, PlanReason reason) =>
        Assert.Equal(reason, Assert.Single(Segments.Explain(Ask(rule)).Parts).Reason);

    [Fact]
    public void Explain_RulesInLine_SayNothingTwice()
    {
        string[] rules = ["contact.PaidOrderCount > 5", "not (contact.PaidOrderCount > 5) and orders.Any()"];

        var plan = Segments.Explain(Ask("true") with { Segment = OneRule.Of(rules, 1) });

        Assert.Equal(2, plan.Sql!.Split("paid_order_count").Length);
        Assert.Equal(2, plan.Parts.Count);
    }

    [Fact]
    public async Task Find_EarlierRuleStaysInMemory_IsStillRight()
    {
        string[] rules = ["contact.Identity(\"external_userid\").Length == 4", "orders.Any()"];
        var question = Ask("true") with { Segment = OneRule.Of(rules, 1) };

        Assert.Equal("ann,dan", await NamesAsync(question));
    }
}
