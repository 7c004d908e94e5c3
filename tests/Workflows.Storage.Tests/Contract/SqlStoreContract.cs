using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Catalog;
using Workflows.Rules.Model;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Storage.ApiKeys;
using Workflows.Storage.Contacts;
using Workflows.Storage.Instances;
using Workflows.Storage.Users;
using Workflows.Storage.Work;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases have to do beside instances and their work.</summary>
public abstract class SqlStoreContract(StorageKind kind) : IAsyncLifetime
{
    private static readonly Guid Ann = new("0197a000-0000-7000-8000-000000000001");
    private StoreRig _rig = null!;

    private IContactStore Contacts => _rig.Database!.Get<IContactStore>();

    private IMessageStore Messages => _rig.Database!.Get<IMessageStore>();

    private InstanceQueries Queries => _rig.Database!.Get<InstanceQueries>();

    public async Task InitializeAsync() => _rig = await StoreRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public void Model_AgainstItsMigrations_HasNoPendingChanges()
    {
        using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrate_TwoHostsAtOnce_BothFindItDone()
    {
        var migrator = _rig.Database!.Get<DatabaseMigrator>();

        await Task.WhenAll(
            migrator.MigrateAsync(CancellationToken.None),
            migrator.MigrateAsync(CancellationToken.None)
        );
    }

    [Fact]
    public async Task Accept_NewContact_KeepsEventOrderAndWork()
    {
        var receipts = await Contacts.AcceptAsync(StoreRig.Tenant, [Order("1", "a")], _rig.Now, CancellationToken.None);

        var contact = await Contacts.FindAsync(StoreRig.Tenant, Name("a"), CancellationToken.None);
        Assert.Equal(new ContactEventReceipt(contact!.Id, IsDuplicate: false), Assert.Single(receipts));
        Assert.Equal([Name("a")], contact.Identities);
        Assert.Equal(contact.Id, Assert.Single(await _rig.DueAsync()).Subject);
        var history = await Queries.ListEventsAsync(StoreRig.Tenant, contact.Id, 10, CancellationToken.None);
        Assert.Equal(("shop", "1", "order.paid"), Assert.Single(history.Select(one => (one.Source, one.Id, one.Type))));
    }

    [Fact]
    public async Task Accept_SameEventAgain_ChangesNothing()
    {
        await Contacts.AcceptAsync(StoreRig.Tenant, [Order("1", "a")], _rig.Now, CancellationToken.None);

        var receipts = await Contacts.AcceptAsync(
            StoreRig.Tenant,
            [Order("1", "a"), Order("2", "a"), Order("2", "a")],
            _rig.Now,
            CancellationToken.None
        );

        Assert.Equal([true, false, true], receipts.Select(receipt => receipt.IsDuplicate));
        Assert.Single(receipts.Select(receipt => receipt.ContactId).Distinct());
        Assert.Equal(2, (await _rig.DueAsync()).Count);
    }

    [Fact]
    public async Task Accept_KnownAndNewName_TeachesTheNewOne()
    {
        await Contacts.AcceptAsync(StoreRig.Tenant, [Order("1", "a")], _rig.Now, CancellationToken.None);
        var phone = new ContactIdentity(IdentityKind.Phone, "13800000000");

        await Contacts.AcceptAsync(
            StoreRig.Tenant,
            [Order("2", "a") with { Identities = [phone, Name("a")] }],
            _rig.Now,
            CancellationToken.None
        );

        var byPhone = await Contacts.FindAsync(StoreRig.Tenant, phone, CancellationToken.None);
        Assert.Equal([phone, Name("a")], byPhone!.Identities);
    }

    [Fact]
    public async Task Accept_SameBatchFromManySides_TakesEachEventOnce()
    {
        ContactEvent[] batch = [.. Enumerable.Range(0, 200).Select(n => Order($"{n}", $"{n % 50}"))];

        var receipts = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() => Contacts.AcceptAsync(StoreRig.Tenant, batch, _rig.Now, CancellationToken.None))
                )
        );

        Assert.Equal(200, receipts.SelectMany(one => one).Count(receipt => !receipt.IsDuplicate));
        Assert.Equal(200, (await _rig.DueAsync()).Count);
        Assert.Equal(50, (await Contacts.ListAsync(StoreRig.Tenant, null, 1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task List_ContactsPageByPage_FindsEachOnce()
    {
        ContactEvent[] batch = [.. Enumerable.Range(0, 7).Select(n => Order($"{n}", $"{n}"))];
        await Contacts.AcceptAsync(StoreRig.Tenant, batch, _rig.Now, CancellationToken.None);

        var first = await Contacts.ListAsync(StoreRig.Tenant, null, 4, CancellationToken.None);
        var second = await Contacts.ListAsync(StoreRig.Tenant, first[^1].Id, 4, CancellationToken.None);

        Assert.Equal((4, 3), (first.Count, second.Count));
        Assert.Equal(7, first.Concat(second).Select(contact => contact.Id).Distinct().Count());
    }

    [Fact]
    public async Task Accept_RefundBeforeItsPayment_TakesTheOrderOutOnceAndForAll()
    {
        await AcceptAsync(Refund("r", """{"order":"N1"}"""), Order("1", "a"));
        await AcceptAsync(Order("2", "a") with { Data = """{"order":"N1","amount":7,"lines":[{"sku":"A"}]}""" });
        await AcceptAsync(Order("3", "a") with { Data = """{"order":"N1","amount":7}""" }, Refund("r", "{}"));

        await _rig.DrainAsync(_rig.Runner(_rig.Database!.Get<ISubjectSource>()));

        var contact = (await Contacts.FindAsync(StoreRig.Tenant, Name("a"), CancellationToken.None))!;
        Assert.Equal((1, 9.99m, 2), (contact.PaidOrderCount, contact.PaidAmount, contact.Orders.Count));
        var seen = await OverviewAsync(contact.Id);
        Assert.Equal(
            [("1", true, 0m, 0), ("N1", false, 7m, 1)],
            seen.Orders.Select(order => (order.Number, order.Counts, order.Refunded, order.Lines.Count)).Order()
        );
    }

    [Fact]
    public async Task Accept_PaymentAndRefundsAtOnce_LosesNone()
    {
        await AcceptAsync(new ContactEvent("crm", "c", "contact.joined", _rig.Now, [Name("a")]));

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(n => Refund($"r{n}", """{"order":"N1","amount":1}"""))
                .Append(Order("p", "a") with { Data = """{"order":"N1","amount":100}""" })
                .Select(one => Task.Run(() => AcceptAsync(one)))
        );
        await _rig.DrainAsync(_rig.Runner(_rig.Database!.Get<ISubjectSource>()));

        var contact = (await Contacts.FindAsync(StoreRig.Tenant, Name("a"), CancellationToken.None))!;
        Assert.Equal((1, 88m), (contact.PaidOrderCount, contact.PaidAmount));
        Assert.Equal(88m, Assert.Single((await OverviewAsync(contact.Id)).Orders).Amount);
    }

    [Fact]
    public async Task Commit_ContactChanged_SavesTheContact()
    {
        await Contacts.AcceptAsync(StoreRig.Tenant, [Order("1", "a")], _rig.Now, CancellationToken.None);
        await _rig.DrainAsync(_rig.Runner(_rig.Database!.Get<ISubjectSource>()));
        var contact = new Contact((await Contacts.FindAsync(StoreRig.Tenant, Name("a"), CancellationToken.None))!);
        contact.SetAttribute("tier", "first");
        contact.SetAttribute("score", 4.5m);
        contact.AddTag("vip");

        await CommitAsync(contact.Id, new ContactChanged(contact));

        var saved = await Contacts.FindAsync(StoreRig.Tenant, contact.Id, CancellationToken.None);
        Assert.Equal((1, 9.99m), (saved!.PaidOrderCount, saved.PaidAmount));
        Assert.Equal(("first", 4.5m), (saved.Attributes["tier"], saved.Attributes["score"]));
        Assert.Equal(["vip"], saved.Tags);
    }

    [Fact]
    public async Task Commit_EffectKeyTwice_IsRefused()
    {
        Assert.IsType<CommitOutcome.Committed>(await CommitAsync(Ann, Message("k1")));

        var outcome = await CommitAsync(Ann, Message("k2"), Message("k1"));

        Assert.Equal([Ann], Assert.IsType<CommitOutcome.Conflict>(outcome).Subjects);
        Assert.Null(await Messages.FindAsync(StoreRig.Tenant, "k2", CancellationToken.None));
    }

    [Fact]
    public async Task Lease_DueMessages_GoToOneOwnerUntilTheLeaseEnds()
    {
        await CommitAsync(Ann, Message("k1"), Message("k2"));

        var first = await LeaseAsync("one");
        var second = await LeaseAsync("two");
        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        var third = await LeaseAsync("two");

        Assert.Equal(["k1", "k2"], first.Select(one => one.Message.Key));
        Assert.Equal(Message("k1"), first[0].Message);
        Assert.Empty(second);
        Assert.Equal([2, 2], third.Select(one => one.Attempt));
    }

    [Fact]
    public async Task Settle_EachWay_IsWrittenAndListed()
    {
        await CommitAsync(Ann, Message("k1"), Message("k2"), Message("k3"));
        await LeaseAsync("one");

        await Messages.SettleAsync(
            "one",
            [
                new MessageSettlement.Ended(StoreRig.Tenant, "k1", _rig.Now, SendOutcome.Sent) { Reference = "ref" },
                new MessageSettlement.Postponed(StoreRig.Tenant, "k2", _rig.Now, _rig.Now.AddHours(1), "busy"),
                new MessageSettlement.Ended(StoreRig.Tenant, "k3", _rig.Now, SendOutcome.Failed) { Reason = "gone" },
            ],
            CancellationToken.None
        );

        var all = await Messages.ListAsync(StoreRig.Tenant, new MessageQuery(), CancellationToken.None);
        Assert.Equal(
            [
                ("k3", MessageState.Dead, "gone"),
                ("k2", MessageState.Queued, "busy"),
                ("k1", MessageState.Delivered, null),
            ],
            all.Select(one => (one.Message.Key, one.State, one.LastError))
        );
        Assert.Equal(_rig.Now.AddHours(1), await Messages.NextDueAsync(CancellationToken.None));
        Assert.Equal(1, await Messages.RequeueAsync(StoreRig.Tenant, ["k1", "k3"], _rig.Now, CancellationToken.None));
        Assert.Equal(_rig.Now, await Messages.NextDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Settle_LeaseMovedOn_IsIgnored()
    {
        await CommitAsync(Ann, Message("k1"));
        await LeaseAsync("one");
        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        await LeaseAsync("two");

        await Messages.SettleAsync(
            "one",
            [new MessageSettlement.Ended(StoreRig.Tenant, "k1", _rig.Now, SendOutcome.Failed)],
            CancellationToken.None
        );

        var message = await Messages.FindAsync(StoreRig.Tenant, "k1", CancellationToken.None);
        Assert.Equal(MessageState.Queued, message!.State);
    }

    [Fact]
    public async Task Definitions_PublishedAgain_HaveOnePublishedVersion()
    {
        await _rig.PublishAsync(Journeys.Counter("counter"));
        await _rig.PublishAsync(Journeys.Counter("counter", "never"));

        var store = _rig.Database!.Get<IDefinitionStore>();
        var versions = await store.ListVersionsAsync("counter", CancellationToken.None);

        Assert.Equal([(2, true), (1, false)], versions.Select(one => (one.Version, one.IsPublished)));
        Assert.False(
            await store.SaveAsync(
                [(await store.FindAsync("counter", 1, CancellationToken.None))!],
                CancellationToken.None
            )
        );
    }

    [Fact]
    public async Task RuleSets_TextChanged_GetsTheNextVersion()
    {
        var store = _rig.Database!.Get<IRuleSetStore>();
        await store.PublishAsync("Tiers", "[1]", RulePeriod.Always, _rig.Now, CancellationToken.None);
        await store.PublishAsync("tiers", "[1]", RulePeriod.Always, _rig.Now, CancellationToken.None);

        var next = await store.PublishAsync("tiers", "[2]", RulePeriod.Always, _rig.Now, CancellationToken.None);

        Assert.Equal(new RuleSetVersion("Tiers", 2, "[2]", _rig.Now), next);
        Assert.Equal(next, await store.FindAsync("TIERS", CancellationToken.None));
        Assert.Equal([next], await store.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task RuleSets_EveryVersion_KeepsItsPeriod()
    {
        var store = _rig.Database!.Get<IRuleSetStore>();
        var period = new RulePeriod(_rig.Now, _rig.Now.AddDays(3));
        var first = await store.PublishAsync("dated", "[1]", RulePeriod.Always, _rig.Now, CancellationToken.None);
        var second = await store.PublishAsync("dated", "[2]", period, _rig.Now, CancellationToken.None);

        Assert.Equal([second, first], await store.VersionsAsync("DATED", CancellationToken.None));
        Assert.Equal(period, (await store.FindAsync("dated", CancellationToken.None))!.Period);
        Assert.Empty(await store.VersionsAsync("none", CancellationToken.None));
    }

    [Fact]
    public async Task Instances_ListedPageByPage_NewestFirst()
    {
        await _rig.PublishAsync(Journeys.Counter("counter"));
        for (var n = 1; n <= 5; n++)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(1));
            await _rig.SendAsync(new Guid(n, 0, 0, new byte[8]), "start");
            await _rig.DrainAsync();
        }

        var query = new InstanceQuery("counter", Count: 3);
        var first = await Queries.ListAsync(StoreRig.Tenant, query, CancellationToken.None);
        var second = await Queries.ListAsync(
            StoreRig.Tenant,
            query with
            {
                Before = first[^1].Id,
            },
            CancellationToken.None
        );

        var created = first.Concat(second).Select(one => one.CreatedAt).ToArray();
        Assert.Equal(5, created.Length);
        Assert.Equal(created.OrderDescending(), created);
        Assert.Empty(await Queries.ListAsync(StoreRig.Tenant, new InstanceQuery("other"), CancellationToken.None));
    }

    [Fact]
    public async Task Instance_AfterTwoTurns_HasStateAndJournal()
    {
        await _rig.PublishAsync(Journeys.Counter("counter"));
        await _rig.SendAsync(Ann, "start");
        await _rig.SendAsync(Ann, "tick");
        await _rig.DrainAsync();
        var summary = Assert.Single(
            await Queries.ListAsync(StoreRig.Tenant, new InstanceQuery(Subject: Ann), CancellationToken.None)
        );

        var instance = await Queries.FindAsync(StoreRig.Tenant, summary.Id, CancellationToken.None);
        var journal = await Queries.JournalAsync(StoreRig.Tenant, summary.Id, 0, 100, CancellationToken.None);

        Assert.Equal(2, instance!.Revision);
        Assert.Equal("tick", Assert.Single(instance.Bookmarks).ActivityId);
        Assert.Equal([1, 2], journal.Select(row => row.Revision));
        var sequence = journal.SelectMany(row => row.Entries).Select(entry => entry.Sequence).ToArray();
        Assert.Equal(Enumerable.Range(1, sequence.Length), sequence);
    }

    [Fact]
    public async Task Instance_StateDamaged_FailsAloneAndIsKept()
    {
        await _rig.PublishAsync(Journeys.Counter("counter"));
        var bob = new Guid(2, 0, 0, new byte[8]);
        await _rig.SendAsync(Ann, "start");
        await _rig.SendAsync(bob, "start");
        await _rig.DrainAsync();
        await using (var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create())
        {
            await context
                .Set<InstanceRow>()
                .Where(row => row.Subject == Ann)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, new byte[] { 99 }));
        }

        await _rig.SendAsync(Ann, "tick");
        await _rig.SendAsync(bob, "tick");
        var turns = await _rig.DrainAsync();

        Assert.Equal(1, turns);
        var dead = Assert.Single(await Queries.ListDeadAsync(StoreRig.Tenant, 10, CancellationToken.None));
        Assert.Equal(Ann, dead.Item.Subject);
    }

    [Fact]
    public async Task Item_PayloadDamaged_DiesAndIsKept()
    {
        await _rig.SendAsync(Ann, "start");
        await using (var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create())
        {
            await context
                .Set<WorkItemRow>()
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, "{}"u8.ToArray()));
        }

        await _rig.DrainAsync();

        var dead = Assert.Single(await Queries.ListDeadAsync(StoreRig.Tenant, 10, CancellationToken.None));
        Assert.IsType<UnreadableWork>(dead.Item.Payload);
    }

    [Fact]
    public async Task Definitions_Deleted_TakeTheirInstancesAlong()
    {
        await _rig.PublishAsync(Journeys.Clock("clock"));
        await _rig.SendAsync(Ann, "start");
        await _rig.DrainAsync();

        await _rig.Database!.Get<IDefinitionStore>().DeleteAsync("clock", null, CancellationToken.None);

        Assert.Empty(await _rig.DueAsync(_rig.Now.AddYears(1)));
        var loaded = await _rig.Store.LoadAsync(new InstanceRequest([], [Ann], []), CancellationToken.None);
        Assert.Empty(loaded.Instances);
    }

    [Fact]
    public async Task ApiKeys_Added_AreFoundByTheirHash()
    {
        var store = _rig.Database!.Get<ApiKeyStore>();
        byte[] hash = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

        Assert.False(await store.AnyAsync(StoreRig.Tenant, CancellationToken.None));
        await store.AddAsync(StoreRig.Tenant, "first", Role.Operator, hash, _rig.Now, CancellationToken.None);

        Assert.Equal(
            new KnownApiKey("first", Role.Operator),
            await store.FindAsync(StoreRig.Tenant, hash, CancellationToken.None)
        );
        Assert.Null(await store.FindAsync(StoreRig.Tenant, new byte[32], CancellationToken.None));
        Assert.Null(await store.FindAsync(StoreRig.Tenant + 1, hash, CancellationToken.None));
    }

    private static ContactIdentity Name(string value) => new(IdentityKind.ExternalUserId, value);

    private async Task AcceptAsync(params ContactEvent[] events) =>
        await Contacts.AcceptAsync(StoreRig.Tenant, events, _rig.Now, CancellationToken.None);

    private ContactEvent Refund(string id, string data) =>
        new("shop", id, ContactEventTypes.OrderRefunded, _rig.Now, [Name("a")], data);

    private async Task<ContactOverview> OverviewAsync(Guid contact) =>
        (
            await _rig.Database!.Get<ContactOverviews>()
                .FindAsync(StoreRig.Tenant, contact, TimelineCursor.Start, 10, CancellationToken.None)
        )!;

    private ContactEvent Order(string id, string contact) =>
        new("shop", id, "order.paid", _rig.Now.AddDays(-1), [Name(contact)], """{"quantity":1,"amount":9.99}""");

    private static OutboundMessage Message(string key) =>
        new(
            key,
            new Recipient.Person(Ann, [Name("a")]),
            Carrier.Webhook,
            "webhook",
            "first",
            new MessageContent("你好"),
            "marketing",
            DateTimeOffset.UnixEpoch,
            "care",
            1
        );

    private Task<IReadOnlyList<LeasedMessage>> LeaseAsync(string owner) =>
        Messages.LeaseAsync(new MessageLease(owner, 10, _rig.Now, _rig.Now.AddMinutes(1)), CancellationToken.None);

    private Task<CommitOutcome> CommitAsync(Guid subject, params Runtime.Execution.Effect[] effects) =>
        _rig.Store.CommitAsync(
            new WorkCommit { Effects = [.. effects.Select(one => new TenantEffect(StoreRig.Tenant, subject, one))] },
            CancellationToken.None
        );
}
