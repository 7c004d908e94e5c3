using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;
using Workflows.Storage.Content;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases have to do for scripts that are said and for contents that are given out to the staff.</summary>
public abstract class ContentUseContract(StorageKind kind) : IAsyncLifetime
{
    private StoreRig _rig = null!;
    private int _events;

    private IContactStore Contacts => _rig.Database!.Get<IContactStore>();

    private IContentStore Contents => _rig.Database!.Get<IContentStore>();

    private DistributionLedger Distributions => _rig.Database!.Get<DistributionLedger>();

    private IMessageStore Messages => _rig.Database!.Get<IMessageStore>();

    public async Task InitializeAsync() => _rig = await StoreRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Scripts_SentAndCopied_AreCountedWithTheOrdersThatFollow()
    {
        await ScriptAsync("hello", "opening");
        await ScriptAsync("close", "closing", days: 2);
        await ScriptAsync("silent", "opening");
        var ann = await TellAsync("ann", "contact.joined", null);
        await SendAsync("k1", ann, "ann", "hello@1");
        await CopyAsync("c1", "ben", "hello@1", "zhang");
        await CopyAsync("c1", "ben", "hello@1", "zhang");
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        await CopyAsync("c2", "ben", "close@1", "li");
        await SendAsync("k2", ann, "ann", "hello@1", SendOutcome.Refused);
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        await OrderAsync("ben", 30);
        await OrderAsync("ann", 12);
        _rig.Clock.Advance(TimeSpan.FromDays(5));
        await OrderAsync("ben", 5);
        await OrderAsync("ann", 3);
        await OrderAsync("cleo", 100);

        Assert.Equal(["hello@1 1 1 1 2 2 1 3 20", "close@1 0 1 1 1 1 1 1 30"], await FiguresAsync());
        Assert.Equal(["close@1 0 1 1 1 1 1 1 30"], await FiguresAsync("closing"));
    }

    [Fact]
    public async Task Script_SaidLaterThanTheTimeAsked_TakesTheOrder()
    {
        await ScriptAsync("hello", null);
        await ScriptAsync("close", null);
        await CopyAsync("c1", "ben", "hello@1", "zhang");
        var until = _rig.Now.AddMinutes(1);
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        await CopyAsync("c2", "ben", "close@1", "zhang");
        await OrderAsync("ben", 30);

        var figures = await _rig.Database!.Get<ScriptFigures>()
            .OfAsync(StoreRig.Tenant, _rig.Now.AddDays(-1), until, null, default);

        Assert.Equal(("hello@1", 0), Assert.Single(figures.Select(one => (one.Script, one.Orders))));
    }

    [Fact]
    public async Task Distribution_GivenToThree_IsAdoptedByThoseWhoUseIt()
    {
        var version = await ScriptAsync("hello", null);
        var given = new ContentDistribution("d1", version.Ref, ["li", "wang", "zhang"], _rig.Now, "hq");
        var tasks = given.Messages(version, "zh");

        Assert.True(await Distributions.AddAsync(StoreRig.Tenant, given, tasks, default));
        var waiting = await LeaseAsync();
        await EndAsync(ContentDistribution.KeyOf("d1", "li"), SendOutcome.Sent);
        await EndAsync(ContentDistribution.KeyOf("d1", "wang"), SendOutcome.Refused);
        await CopyAsync("c1", "ben", "hello@1", "zhang");
        await CopyAsync("c2", "ben", "hello@1", "zhang");
        await CopyAsync("c3", "ben", "hello@1", "somebody");

        Assert.Equal(3, waiting.Count);
        Assert.Single(waiting.Select(one => one.Message.Content).Distinct());
        Assert.Equal("您好，朋友", waiting[0].Message.Content.Text);
        var report = (await Distributions.FindAsync(StoreRig.Tenant, "d1", default))!;
        Assert.Equal(["li 1", "wang 0", "zhang 2"], report.Staff.Select(one => $"{one.Staff} {one.Uses}"));
        Assert.Equal((2, 0.6667m), (report.Used, report.AdoptionRate));
        Assert.Equal(given with { Staff = [] }, report.Distribution with { Staff = [] });
        // A task that is done says nothing to any customer.
        Assert.Equal(["hello@1 0 3 2 1 0 0 0 0"], await FiguresAsync());
    }

    [Fact]
    public async Task Distribution_OfAKnownId_ChangesNothing()
    {
        var version = await ScriptAsync("hello", null);
        var first = new ContentDistribution("d1", version.Ref, ["li"], _rig.Now, "hq");
        var second = first with { Staff = ["li", "wang"] };

        var added = await Task.WhenAll(
            Task.Run(() => Distributions.AddAsync(StoreRig.Tenant, first, first.Messages(version, "zh"), default)),
            Task.Run(() => Distributions.AddAsync(StoreRig.Tenant, first, first.Messages(version, "zh"), default))
        );
        var again = await Distributions.AddAsync(StoreRig.Tenant, second, second.Messages(version, "zh"), default);

        Assert.Equal([false, true], added.Order());
        Assert.False(again);
        Assert.Single(await LeaseAsync());
        Assert.Single((await Distributions.ListAsync(StoreRig.Tenant, 0, 10, default)).Single().Staff);
    }

    private async Task<ContentVersion> ScriptAsync(string id, string? category, int? days = null)
    {
        var script = new ContentItem
        {
            Id = id,
            Kind = ContentKinds.Script,
            Name = id,
            Category = category,
            AttributionDays = days,
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal)
            {
                ["zh"] = new("您好，{{ contact.name | default: '朋友' }}"),
            },
        };
        var change = new ContentChange(ContentStep.Write, "hq", _rig.Now);
        return (await Contents.WriteAsync(StoreRig.Tenant, script, change, default))!;
    }

    private static ContactIdentities Names(string name) => [new ContactIdentity(IdentityKind.ExternalUserId, name)];

    private Task<Guid> CopyAsync(string id, string name, string content, string staff) =>
        AcceptAsync(new ContentUse(content, staff).On(id, Names(name), _rig.Now));

    private Task<Guid> OrderAsync(string name, int amount) =>
        TellAsync(name, "order.paid", $$"""{"amount":{{amount}}}""");

    private Task<Guid> TellAsync(string name, string type, string? data) =>
        AcceptAsync(new ContactEvent("shop", $"{++_events}", type, _rig.Now, Names(name), data));

    private async Task<Guid> AcceptAsync(ContactEvent happened) =>
        (await Contacts.AcceptAsync(StoreRig.Tenant, [happened], _rig.Now, default)).Single().ContactId;

    private async Task SendAsync(
        string key,
        Guid contact,
        string name,
        string content,
        SendOutcome outcome = SendOutcome.Sent
    )
    {
        var message = new OutboundMessage(
            key,
            new Recipient.Person(contact, Names(name)),
            Carrier.Private,
            "wecom",
            "hello",
            new MessageContent("x"),
            "marketing",
            _rig.Now,
            "care",
            1
        )
        {
            Sender = "zhang",
            Source = ContentRef.TryParse(content, out var source) ? source : null,
        };
        var sent = await _rig.Store.CommitAsync(
            new WorkCommit { Effects = [new TenantEffect(StoreRig.Tenant, contact, message)] },
            default
        );
        Assert.IsType<CommitOutcome.Committed>(sent);
        await LeaseAsync();
        await EndAsync(key, outcome);
    }

    private Task<IReadOnlyList<LeasedMessage>> LeaseAsync() =>
        Messages.LeaseAsync(new MessageLease("a", 10, _rig.Now, _rig.Now.AddMinutes(1)), default);

    private Task EndAsync(string key, SendOutcome outcome) =>
        Messages.SettleAsync("a", [new MessageSettlement.Ended(StoreRig.Tenant, key, _rig.Now, outcome)], default);

    private async Task<IReadOnlyList<string>> FiguresAsync(string? category = null)
    {
        var figures = await _rig.Database!.Get<ScriptFigures>()
            .OfAsync(StoreRig.Tenant, _rig.Now.AddDays(-10), _rig.Now.AddDays(1), category, default);
        return
        [
            .. figures.Select(one =>
                string.Create(
                    null,
                    $"{one.Script} {one.Sent} {one.Copied} {one.Staff} {one.Contacts} {one.Buyers} {one.Conversion:0.####} {one.Orders} {one.Amount:0}"
                )
            ),
        ];
    }
}
