using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Groups;
using Workflows.Runtime.Durability;
using Workflows.Storage.Contacts;
using Workflows.Storage.Links;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases have to do for tracked links, their clicks and the orders that count for them.</summary>
public abstract class LinkContract(StorageKind kind) : IAsyncLifetime
{
    private const string Target = "https://brand.cn/tea";
    private StoreRig _rig = null!;
    private int _events;

    private LinkLedger Links => _rig.Database!.Get<LinkLedger>();

    private LinkFigures Figures => _rig.Database!.Get<LinkFigures>();

    private IContactStore Contacts => _rig.Database!.Get<IContactStore>();

    public async Task InitializeAsync() => _rig = await StoreRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Link_DroppedWithItsMessage_IsFoundByItsCode()
    {
        var ann = await JoinAsync("ann");
        var code = await SendAsync("k1", Person(ann, "ann"), content: "tea@1");

        var link = await Links.FindAsync(StoreRig.Tenant, code, default);

        Assert.Equal(new FollowedLink(code, Target, ann, "slot", "tea@1", "care"), link);
        Assert.Null(await Links.FindAsync(StoreRig.Tenant, "000000000000", default));
        var messages = _rig.Database!.Get<IMessageStore>();
        var record = Assert.Single(await messages.ListAsync(StoreRig.Tenant, new MessageQuery(), default));
        Assert.Equal(new ContentRef("tea", 1), record.Message.Source);
    }

    [Fact]
    public async Task Link_ThatOpensOrEnds_SaysWhen()
    {
        var later = _rig.Now.AddDays(2);

        var code = await SendAsync("k1", new Recipient.Staff("li"), opensAt: later);
        var open = await SendAsync("k2", new Recipient.Staff("li"), endsAt: later.AddDays(1));

        Assert.Equal(later, (await Links.FindAsync(StoreRig.Tenant, code, default))!.OpensAt);
        Assert.Null((await Links.FindAsync(StoreRig.Tenant, code, default))!.EndsAt);
        Assert.Null((await Links.FindAsync(StoreRig.Tenant, open, default))!.OpensAt);
        Assert.Equal(later.AddDays(1), (await Links.FindAsync(StoreRig.Tenant, open, default))!.EndsAt);
    }

    [Fact]
    public async Task Link_ForSomeOnly_SaysForWhom()
    {
        var newcomers = new LinkAudience("lifecycle-tiers", "new");

        var some = await SendAsync("k1", new Recipient.Staff("li"), audience: newcomers);
        var all = await SendAsync("k2", new Recipient.Staff("li"));

        Assert.Equal(newcomers, (await Links.FindAsync(StoreRig.Tenant, some, default))!.Audience);
        Assert.Null((await Links.FindAsync(StoreRig.Tenant, all, default))!.Audience);
    }

    [Fact]
    public async Task Link_InAGroup_IsNobodysAlone()
    {
        var code = await SendAsync("k1", new Recipient.Group("g1"));

        Assert.Null((await Links.FindAsync(StoreRig.Tenant, code, default))!.ContactId);
    }

    [Fact]
    public async Task Clicks_Counted_ShowInTheFiguresOfTheContent()
    {
        var ann = await JoinAsync("ann");
        var first = await SendAsync("k1", Person(ann, "ann"), content: "tea@1");
        await SendAsync("k2", Person(ann, "ann"), content: "tea@1", outcome: SendOutcome.Refused);
        await SendAsync("k3", Person(ann, "ann"), content: "tea@2");
        await SendAsync("k4", Person(ann, "ann"), content: "teapot@1");

        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(n => Task.Run(() => Links.CountAsync(StoreRig.Tenant, first, _rig.Now.AddMinutes(n), default)))
        );

        var figures = await Figures.OfContentAsync(StoreRig.Tenant, "tea", default);
        Assert.Equal(
            ["tea@1 1 1 2 1 5", "tea@2 1 0 1 0 0"],
            figures
                .OrderBy(one => one.Version, StringComparer.Ordinal)
                .Select(one => $"{one.Version} {one.Sent} {one.Other} {one.Links} {one.Clicked} {one.Clicks}")
        );
    }

    [Fact]
    public async Task Order_AfterWordsAndClicks_CountsOnceForTheLastClick()
    {
        var ann = await JoinAsync("ann");
        var clicked = await SendAsync("k1", Person(ann, "ann"), content: "tea@1", journey: "one");
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        await ClickAsync(clicked, "ann");
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        await SendAsync("k2", Person(ann, "ann"), content: "cup@1", journey: "two");
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        await OrderAsync("ann", 100);
        await OrderAsync("bob", 7);

        Assert.Equal(["tea@1 1 1 100"], await SalesAsync(SalesView.Content));
        Assert.Equal(["one 1 1 100"], await SalesAsync(SalesView.Journey));
        Assert.Equal(["zhang 1 1 100"], await SalesAsync(SalesView.Staff));
    }

    [Fact]
    public async Task Order_OfAGroupMember_CountsForTheLastDropInItsGroup()
    {
        var ann = await JoinAsync("ann");
        var groups = _rig.Database!.Get<IGroupRegister>();
        await groups.SaveAsync(StoreRig.Tenant, [new CustomerGroup("g1", "1"), new CustomerGroup("g2", "2")], default);
        await groups.JoinAsync(StoreRig.Tenant, "g1", ann, _rig.Now, default);
        await SendAsync("k1", new Recipient.Group("g1"), template: "breakfast");
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        await SendAsync("k2", new Recipient.Group("g1"), template: "flash");
        await SendAsync("k3", new Recipient.Group("g2"), template: "other");
        await SendAsync("k4", new Recipient.Group("g1"), template: "unsent", outcome: SendOutcome.Unconfirmed);
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        await OrderAsync("ann", 30);
        await OrderAsync("ann", 12);

        Assert.Equal(["flash 2 0 42"], await SalesAsync(SalesView.Template));
        Assert.Equal(["g1 2 0 42"], await SalesAsync(SalesView.Group));
    }

    [Theory]
    [InlineData(7, 8, false, 0)]
    [InlineData(7, 7, false, 1)]
    [InlineData(7, 8, true, 0)]
    [InlineData(null, 300, true, 1)]
    [InlineData(null, 400, false, 1)]
    public async Task Order_LongAfter_CountsWithinTheWindowOnly(int? days, int after, bool isClicked, int expected)
    {
        var ann = await JoinAsync("ann");
        var code = await SendAsync("k1", Person(ann, "ann"), days: days);
        if (isClicked)
        {
            await ClickAsync(code, "ann");
        }

        _rig.Clock.Advance(TimeSpan.FromDays(after));
        await OrderAsync("ann", 5);

        Assert.Equal(expected, (await SalesAsync(SalesView.Journey)).Count);
    }

    [Fact]
    public async Task Order_RefundedInFull_CountsForNothing()
    {
        var ann = await JoinAsync("ann");
        await SendAsync("k1", Person(ann, "ann"));
        await AcceptAsync("ann", "order.paid", """{"order":"N1","amount":5}""");
        await AcceptAsync("ann", "order.refunded", """{"order":"N1","amount":5}""");

        Assert.Empty(await SalesAsync(SalesView.Journey));
    }

    [Fact]
    public async Task Contact_Erased_TakesItsLinksAlong()
    {
        var ann = await JoinAsync("ann");
        var code = await SendAsync("k1", Person(ann, "ann"));

        await _rig.Database!.Get<ContactErasure>().EraseAsync(StoreRig.Tenant, ann, default);

        Assert.Null(await Links.FindAsync(StoreRig.Tenant, code, default));
    }

    private static Recipient.Person Person(Guid id, string name) => new(id, Names(name));

    private static ContactIdentities Names(string name) => [new ContactIdentity(IdentityKind.ExternalUserId, name)];

    private async Task<Guid> JoinAsync(string name) => await AcceptAsync(name, "contact.joined", null);

    private Task<Guid> OrderAsync(string name, int amount) =>
        AcceptAsync(name, "order.paid", $$"""{"amount":{{amount}}}""");

    private Task<Guid> ClickAsync(string code, string name) =>
        AcceptAsync(LinkClick.Of(code, Target, "slot", "tea@1", "care", Names(name), _rig.Now));

    private Task<Guid> AcceptAsync(string name, string type, string? data) =>
        AcceptAsync(new ContactEvent("shop", $"{++_events}", type, _rig.Now, Names(name), data));

    private async Task<Guid> AcceptAsync(ContactEvent happened) =>
        (await Contacts.AcceptAsync(StoreRig.Tenant, [happened], _rig.Now, default)).Single().ContactId;

    private async Task<string> SendAsync(
        string key,
        Recipient to,
        string? content = null,
        string journey = "care",
        string template = "slot",
        int? days = 7,
        SendOutcome outcome = SendOutcome.Sent,
        DateTimeOffset? opensAt = null,
        DateTimeOffset? endsAt = null,
        LinkAudience? audience = null
    )
    {
        var message = new OutboundMessage(
            key,
            to,
            Carrier.Private,
            "wecom",
            template,
            new MessageContent("x"),
            "marketing",
            _rig.Now,
            journey,
            1
        )
        {
            Sender = "zhang",
            Source = ContentRef.TryParse(content, out var source) ? source : null,
        };
        var link = new LinkDropped($"{key}:l", key, LinkCode.Of(key, 0), Target, days, _rig.Now)
        {
            OpensAt = opensAt,
            EndsAt = endsAt,
            Audience = audience,
        };
        var subject = message.ContactId ?? Guid.NewGuid();
        var committed = await _rig.Store.CommitAsync(
            new WorkCommit
            {
                Effects =
                [
                    new TenantEffect(StoreRig.Tenant, subject, link),
                    new TenantEffect(StoreRig.Tenant, subject, message),
                ],
            },
            default
        );
        Assert.IsType<CommitOutcome.Committed>(committed);
        var messages = _rig.Database!.Get<IMessageStore>();
        await messages.LeaseAsync(new MessageLease("a", 10, _rig.Now, _rig.Now.AddMinutes(1)), default);
        await messages.SettleAsync(
            "a",
            [new MessageSettlement.Ended(StoreRig.Tenant, key, _rig.Now, outcome)],
            default
        );
        return link.Code;
    }

    private async Task<IReadOnlyList<string>> SalesAsync(SalesView view) =>
        [
            .. (
                await Figures.SalesAsync(StoreRig.Tenant, _rig.Now.AddDays(-1), _rig.Now.AddDays(1), view, default)
            ).Select(one => string.Create(null, $"{one.Name} {one.Orders} {one.ByClick} {one.Amount:0}")),
        ];
}
