using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Storage.Tests.Segments;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store of segments has to do.</summary>
public abstract class SegmentStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    protected abstract IContactStore Contacts { get; }

    protected abstract ISegmentStore Segments { get; }

    public abstract Task OpenAsync();

    public abstract Task DisposeAsync();

    public async Task InitializeAsync()
    {
        await OpenAsync();
        await AcceptAsync(
            StoreRig.Tenant,
            Event(
                "1",
                "ann",
                ContactEventTypes.OrderPaid,
                daysAgo: 40,
                """{"amount":300.5,"lines":[{"sku":"A1","quantity":2}]}"""
            ),
            Event("2", "ann", ContactEventTypes.OrderPaid, daysAgo: 3, """{"quantity":1,"amount":200}"""),
            Event("3", "ann", "clicked", daysAgo: 2),
            Event("4", "bob", "clicked", daysAgo: 20),
            Event("5", "cai", ContactEventTypes.Joined, daysAgo: 100),
            Event("6", "dan", ContactEventTypes.OrderPaid, daysAgo: 1, """{"amount":9.99}"""),
            Event("7", "dan", ContactEventTypes.OrderRefunded, daysAgo: 0, """{"order":"6","amount":4.99}"""),
            Event("8", "bob", ContactEventTypes.OrderRefunded, daysAgo: 9, """{"order":"N9"}"""),
            Event("9", "bob", ContactEventTypes.OrderPaid, daysAgo: 10, """{"order":"N9","amount":80}""")
        );
    }

    [Theory]
    [InlineData("true", "ann,bob,cai,dan")]
    [InlineData("contact.JoinedAt >= now.AddDays(-30)", "bob,dan")]
    [InlineData("orders.Count(it.PaidAt >= now.AddDays(-30)) >= 1", "ann,dan")]
    [InlineData("orders.Sum(it.Amount) > 500", "ann")]
    [InlineData("orders.Sum(it.Quantity) == 3", "ann")]
    [InlineData("events.Any(it.Type == \"clicked\" and it.At > now.AddDays(-7))", "ann")]
    [InlineData("not events.Any(it.Type == \"clicked\")", "cai,dan")]
    [InlineData("orders.Max(it.PaidAt) < now.AddDays(-2)", "ann")]
    [InlineData("contact.Identity(\"external_userid\") == \"bob\"", "bob")]
    [InlineData("contact.Identity(\"external_userid\").ToUpper() == \"BOB\"", "bob")]
    [InlineData("events.Any() and contact.Identity(\"external_userid\").Length == 3 and orders.Any()", "ann,dan")]
    [InlineData("orders.Any(it.Amount == 5)", "dan")]
    [InlineData("orders.Any(it.Lines.Any(Sku == \"A1\"))", "ann")]
    [InlineData("contact.LastPaidAt.Value > now", "")]
    public async Task Find_Rule_GivesTheContactsForWhomItHolds(string rule, string expected)
    {
        var question = Ask(rule);

        Assert.Equal(expected, await NamesAsync(question));
        Assert.Equal(
            expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Length,
            await Segments.CountAsync(question, CancellationToken.None)
        );
    }

    [Fact]
    public async Task Find_FirstMatch_LeavesOutWhatEarlierRulesTook()
    {
        string[] rules = ["orders.Any()", "events.Any(it.Type == \"clicked\")", "true"];

        var sets = new List<string>();
        for (var rule = 0; rule < rules.Length; rule++)
        {
            sets.Add(await NamesAsync(new SegmentQuestion(StoreRig.Tenant, OneRule.Of(rules, rule), Now)));
        }

        Assert.Equal(["ann,dan", "bob", "cai"], sets);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("contact.Identity(\"external_userid\").Length == 3")]
    public async Task List_PageByPage_FindsEachOnce(string rule)
    {
        var question = Ask(rule);

        var first = await Segments.ListAsync(question, null, 3, CancellationToken.None);
        var second = await Segments.ListAsync(question, first[^1].Id, 3, CancellationToken.None);

        Assert.Equal([3, 1], [first.Count, second.Count]);
        Assert.Equal(4, first.Concat(second).Select(contact => contact.Id).Distinct().Count());
        Assert.All(first, contact => Assert.Single(contact.Identities));
    }

    [Fact]
    public void Explain_AnyRule_NamesEveryPart()
    {
        var plan = Segments.Explain(Ask("contact.PaidOrderCount > 1 and contact.JoinedAt.Year == 2026"));

        Assert.NotEmpty(plan.Parts);
        Assert.False(plan.IsExact);
        Assert.All(
            Enum.GetValues<Language>(),
            language => Assert.Equal(plan.Parts.Count + 1, plan.Describe(language).Count)
        );
    }

    protected async Task<string> NamesAsync(SegmentQuestion question)
    {
        var ids = new List<Guid>();
        await foreach (var id in Segments.FindAsync(question, null, CancellationToken.None))
        {
            ids.Add(id);
        }

        Assert.Equal(ids.Order(), ids);
        var names = new List<string>();
        foreach (var id in ids)
        {
            var contact = await Contacts.FindAsync(question.Tenant, id, CancellationToken.None);
            names.Add(contact!.Identities[0].Value);
        }

        return string.Join(',', names.Order(StringComparer.Ordinal));
    }

    protected Task AcceptAsync(int tenant, params ContactEvent[] events) =>
        Contacts.AcceptAsync(tenant, events, Now, CancellationToken.None);

    protected static ContactEvent Event(string id, string name, string type, int daysAgo, string? data = null) =>
        new(
            "shop",
            id,
            type,
            Now.AddDays(-daysAgo),
            [new ContactIdentity(IdentityKind.ExternalUserId, name.ToString(CultureInfo.InvariantCulture))],
            data
        );

    protected static SegmentQuestion Ask(string rule) => new(StoreRig.Tenant, OneRule.Of(rule), Now);
}
