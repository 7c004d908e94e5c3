using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeChat.Subscriptions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Durability;
using Workflows.Storage.Contacts;
using Workflows.Storage.Limits;
using Workflows.Storage.Work;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases have to do with contacts who turn out to be one person, or ask to be forgotten.</summary>
public abstract class MergeContract(StorageKind kind) : IAsyncLifetime
{
    private const int Tenant = StoreRig.Tenant;
    private StoreRig _rig = null!;
    private int _events;

    private IContactStore Contacts => _rig.Database!.Get<IContactStore>();

    private MergeStore Merges => _rig.Database!.Get<MergeStore>();

    public async Task InitializeAsync() => _rig = await StoreRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Accept_EventThatNamesTwoContacts_OpensOneCase()
    {
        var (ann, bob) = await TwoAsync();

        await AcceptAsync("link.clicked", "{}", Name("ann"), Name("bob"));
        await AcceptAsync("link.clicked", "{}", Name("bob"), Name("ann"));

        var one = Assert.Single(await Merges.ListAsync(Tenant, MergeState.Open, 0, 10, default));
        Assert.Equal((ann, bob, "external_userid"), (one.FirstId, one.SecondId, one.SharedKind));
    }

    [Fact]
    public async Task Merge_ContactWithASeatInATeam_MovesItAndParting_PutsItBack()
    {
        var (ann, bob) = await TwoAsync();
        var store = _rig.Database!.Get<IGroupBuyStore>();
        var desk = new GroupBuyDesk(store, Tenant, _ => "seed");
        var terms = new GroupBuyTerms("tea", 3, 3, 3m, 2m, 1m, TimeSpan.FromDays(1));
        var (opened, _) = await desk.OpenAsync(
            new GroupBuyPlan("tea", [terms]),
            new SeatRequest("k", bob, "o", null, _rig.Now),
            default
        );
        var one = await CaseAsync();
        await DrainAsync();

        Assert.True(await Merges.MergeAsync(Tenant, one, "test", _rig.Now, default));
        var merged = (await desk.FindAsync(opened!.Id, default))!;
        Assert.Equal((ann, ann), (merged.OpenerId, merged.Seats[0].ContactId));
        Assert.All(
            await store.TakeToldAsync(Tenant, _rig.Now, _rig.Now, 9, default),
            told => Assert.Equal(ann, told.ContactId)
        );

        Assert.True(await Merges.PartAsync(Tenant, one, "test", _rig.Now.AddHours(1), default));
        var parted = (await desk.FindAsync(opened.Id, default))!;
        Assert.Equal((bob, bob), (parted.OpenerId, parted.Seats[0].ContactId));
    }

    [Fact]
    public async Task Merge_TwoContacts_MovesEverythingAndParting_PutsEverythingBack()
    {
        var (ann, bob) = await TwoAsync();
        await _rig.Database!.Get<IStaffRegister>().SaveAsync(Tenant, [new StaffMember("zhang", "张三")], default);
        await AcceptAsync("relation.added", """{"staff":"zhang"}""", Name("ann"));
        await AcceptAsync("relation.added", """{"staff":"zhang"}""", Name("bob"));
        await AcceptAsync("contact.opted-out", """{"channel":"sms"}""", Name("bob"));
        await AcceptAsync("group.joined", """{"group":"g"}""", Name("bob"));
        await AcceptAsync("subscription.granted", """{"template":"T1","count":2}""", Name("bob"));
        await AcceptAsync("order.paid", """{"amount":5}""", Name("bob"));
        await DrainAsync();
        var one = await CaseAsync();
        await DrainAsync();
        var before = await PictureAsync(ann, bob);

        Assert.True(await Merges.MergeAsync(Tenant, one, "test", _rig.Now, default));

        Assert.Null(await Contacts.FindAsync(Tenant, bob, default));
        var merged = (await Contacts.FindAsync(Tenant, Name("bob"), default))!;
        Assert.Equal((ann, 1), (merged.Id, merged.PaidOrderCount));
        Assert.True(merged.Consents.Refuses("sms", "marketing"));
        Assert.Equal(ann, await Merges.FindHeirAsync(Tenant, bob, default));
        Assert.Equal(2, await ApprovalsAsync(ann));
        Assert.Equal(1, (await _rig.Database!.Get<IStaffRegister>().FindAsync(Tenant, "zhang", default))!.Load);
        Assert.False(await Merges.MergeAsync(Tenant, one, "test", _rig.Now, default));

        Assert.True(await Merges.PartAsync(Tenant, one, "test", _rig.Now.AddHours(1), default));

        Assert.Equal(before, await PictureAsync(ann, bob));
        Assert.Equal((0, 2), (await ApprovalsAsync(ann), await ApprovalsAsync(bob)));
        Assert.Equal(2, (await _rig.Database!.Get<IStaffRegister>().FindAsync(Tenant, "zhang", default))!.Load);
        Assert.Null(await Merges.FindHeirAsync(Tenant, bob, default));
        Assert.False(await Merges.PartAsync(Tenant, one, "test", _rig.Now, default));
        Assert.Equal([$"- → {bob} test", $"{bob} → - test"], await MergeNotesAsync(ann));
    }

    [Fact]
    public async Task Merge_PaymentOfOneAndRefundOfTheOther_BecomeOneOrder()
    {
        var (ann, bob) = await TwoAsync();
        await AcceptAsync("order.paid", """{"order":"N1","amount":5}""", Name("ann"));
        await AcceptAsync("order.refunded", """{"order":"N1"}""", Name("bob"));
        await AcceptAsync("order.paid", """{"order":"N2","amount":9}""", Name("bob"));
        await DrainAsync();
        var one = await CaseAsync();
        await DrainAsync();
        var before = await PictureAsync(ann, bob);
        Assert.Equal(1, (await Contacts.FindAsync(Tenant, ann, default))!.PaidOrderCount);

        Assert.True(await Merges.MergeAsync(Tenant, one, "test", _rig.Now, default));

        var merged = (await Contacts.FindAsync(Tenant, ann, default))!;
        Assert.Equal((1, 9m), (merged.PaidOrderCount, merged.PaidAmount));

        Assert.True(await Merges.PartAsync(Tenant, one, "test", _rig.Now.AddHours(1), default));

        Assert.Equal(before, await PictureAsync(ann, bob));
    }

    [Fact]
    public async Task Part_OrderRefundedSince_LeavesWithItsContact()
    {
        var (ann, bob) = await TwoAsync();
        await AcceptAsync("order.paid", """{"order":"N2","amount":9}""", Name("bob"));
        await DrainAsync();
        var one = await CaseAsync();
        await DrainAsync();
        await Merges.MergeAsync(Tenant, one, "test", _rig.Now, default);
        await AcceptAsync("order.refunded", """{"order":"N2"}""", Name("ann"));
        await DrainAsync();

        await Merges.PartAsync(Tenant, one, "test", _rig.Now.AddHours(1), default);

        Assert.Empty((await Contacts.FindAsync(Tenant, ann, default))!.Orders);
        var other = (await Contacts.FindAsync(Tenant, bob, default))!;
        Assert.Equal((0, 1), (other.PaidOrderCount, other.Orders.Count));
    }

    [Fact]
    public async Task Merge_RunningJourney_GoesOnWithTheOlderContact()
    {
        await _rig.PublishAsync(Journeys.Counter("care"));
        var (ann, bob) = await TwoAsync();
        await DrainAsync();
        await _rig.SendAsync(bob, "start");
        await DrainAsync();
        var waiting = await _rig.SingleAsync(bob);
        var one = await CaseAsync();

        Assert.True(await Merges.MergeAsync(Tenant, one, "test", _rig.Now, default));

        var moved = await _rig.SingleAsync(ann);
        Assert.Equal((waiting.Id, ann), (moved.Id, moved.Subject));
        await _rig.SendAsync(ann, "tick");
        await DrainAsync();
        Assert.True((await _rig.SingleAsync(ann)).Revision > moved.Revision);
    }

    [Fact]
    public async Task Merge_WorkTakenBefore_IsRefusedAtItsCommit()
    {
        var (_, bob) = await TwoAsync();
        await DrainAsync();
        var one = await CaseAsync();
        await DrainAsync();
        await _rig.SendAsync(bob, "start");
        var taken = await _rig.DueAsync();

        Assert.True(await Merges.MergeAsync(Tenant, one, "test", _rig.Now, default));

        var outcome = await _rig.Store.CommitAsync(new WorkCommit { Done = taken }, default);
        Assert.IsType<CommitOutcome.Conflict>(outcome);
        Assert.Equal(one.FirstId, Assert.Single(await _rig.DueAsync()).Subject);
    }

    [Theory]
    [InlineData(null, MergeState.Proposed)]
    [InlineData("merge", MergeState.Merged)]
    [InlineData("refuse", MergeState.Refused)]
    public async Task Decide_OpenCase_FollowsTheRules(string? decision, MergeState state)
    {
        var ruleSets = new RuleSetCatalog(
            _rig.Database!.Get<IRuleSetStore>(),
            new RulesEngineJudge(),
            _rig.Clock,
            ContactRules.Shape
        )
        {
            Uses = new Dictionary<string, RuleSetUse>(StringComparer.Ordinal) { [MergeRules.Name] = MergeRules.Use },
        };
        if (decision is not null)
        {
            var published = await ruleSets.PublishAsync(
                $$"""
                {"WorkflowName":"identity-merge","Rules":[{"RuleName":"r","SuccessEvent":"{{decision}}",
                 "Expression":"merge.SharedKind == \"external_userid\" && !merge.WasApart"}]}
                """,
                default
            );
            Assert.Empty(published.Diagnostics);
        }

        await TwoAsync();
        await DrainAsync();
        var one = await CaseAsync();
        var desk = new MergeDesk(Merges, Contacts, new MergeRules(ruleSets), _rig.Clock);

        Assert.Equal(1, await desk.DecideAsync(Tenant, default));

        Assert.Equal(state, (await Merges.FindAsync(Tenant, one.FirstId, one.SecondId, default))!.State);
        Assert.Equal(0, await desk.DecideAsync(Tenant, default));
    }

    [Fact]
    public async Task Merge_CountsOfLimits_AreThoseOfOnePerson()
    {
        var (ann, bob) = await TwoAsync();
        await DrainAsync();
        var one = await CaseAsync();
        await DrainAsync();
        await SayAsync(bob, "m1");
        await CountAsync("cap", $"{ann:N}", "[[10,1,0]]");
        await CountAsync("cap", $"{bob:N}", "[[10,2,0],[20,1,0]]");
        await CountAsync("product", $"{bob:N} A1", "[[10,1,0]]");
        await CountAsync("cap", $"{Guid.Empty:N}", "[[10,5,0]]");
        await HoldAsync("m1", $"""[["cap","{bob:N}",20,1,0]]""");

        Assert.True(await Merges.MergeAsync(Tenant, one, "test", _rig.Now, default));

        Assert.Equal(
            [$"cap {Guid.Empty:N} [[10,5,0]]", $"cap {ann:N} [[10,3,0],[20,1,0]]", $"product {ann:N} A1 [[10,1,0]]"],
            await CountsAsync()
        );
        Assert.Equal($"""[["cap","{ann:N}",20,1,0]]""", (await HeldAsync()).Single());
    }

    [Fact]
    public async Task Erase_MessagesThatDidNotLeave_GiveBackWhatTheyHold()
    {
        var (_, bob) = await TwoAsync();
        await DrainAsync();
        await SayAsync(bob, "sent");
        await SayAsync(bob, "on its way");
        await _rig.Database!.Get<IMessageStore>()
            .LeaseAsync(new MessageLease("a", 10, _rig.Now, _rig.Now.AddMinutes(1)), default);
        await _rig.Database!.Get<IMessageStore>()
            .SettleAsync("a", [new MessageSettlement.Ended(Tenant, "sent", _rig.Now, SendOutcome.Sent)], default);
        await SayAsync(bob, "waits");
        await CountAsync("budget", "tenant", "[[10,8,0]]");
        await CountAsync("cap", $"{bob:N}", "[[10,2,0]]");
        await HoldAsync("waits", """[["budget","tenant",10,5,0]]""");
        await HoldAsync("sent", """[["budget","tenant",10,2,0]]""");
        await HoldAsync("on its way", """[["budget","tenant",10,1,0]]""");

        await _rig.Database!.Get<ContactErasure>().EraseAsync(Tenant, bob, default);

        Assert.Equal(["budget tenant [[10,3,0]]"], await CountsAsync());
        Assert.Empty(await HeldAsync());
    }

    [Fact]
    public async Task Erase_Contact_LeavesNothingAndNobodyElseIsTouched()
    {
        var (ann, bob) = await TwoAsync();
        await AcceptAsync("contact.opted-out", """{"channel":"sms"}""", Name("bob"));
        await AcceptAsync("relation.added", """{"staff":"zhang"}""", Name("bob"));
        await AcceptAsync("subscription.granted", """{"template":"T1"}""", Name("bob"));
        await DrainAsync();
        await CaseAsync();
        var erasure = _rig.Database!.Get<ContactErasure>();

        Assert.True(await erasure.EraseAsync(Tenant, bob, default));

        Assert.False(await erasure.EraseAsync(Tenant, bob, default));
        Assert.Null(await Contacts.FindAsync(Tenant, Name("bob"), default));
        Assert.NotNull(await Contacts.FindAsync(Tenant, ann, default));
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        Assert.False(await context.Set<ContactEventRow>().AnyAsync(row => row.ContactId == bob));
        Assert.False(await context.Set<ConsentRow>().AnyAsync());
        Assert.False(await context.Set<RelationRow>().AnyAsync());
        Assert.False(await context.Set<SubscriptionGrantRow>().AnyAsync());
        Assert.False(await context.Set<MergeRow>().AnyAsync());
        Assert.False(await context.Set<WorkItemRow>().AnyAsync(row => row.Subject == bob));
    }

    [Fact]
    public async Task Overview_TimelineOfManyPages_ShowsEachEntryOnceNewestFirst()
    {
        var at = _rig.Now.AddDays(-1);
        ContactEvent[] events =
        [
            .. Enumerable
                .Range(0, 25)
                .Select(n => new ContactEvent(
                    "t",
                    $"{n:D2}",
                    "link.clicked",
                    at.AddMinutes(n / 5),
                    [Name("ann")],
                    "{}"
                )),
        ];
        var ann = (await Contacts.AcceptAsync(Tenant, events, _rig.Now, default))[0].ContactId;
        var overviews = _rig.Database!.Get<ContactOverviews>();

        var seen = new List<TimelineEntry>();
        for (var cursor = TimelineCursor.Start; cursor is not null; )
        {
            var overview = (await overviews.FindAsync(Tenant, ann, cursor, 3, default))!;
            seen.AddRange(overview.Timeline);
            cursor = overview.Next is null ? null : Parsed(overview.Next);
        }

        Assert.Equal(25, seen.Select(entry => entry.Key).Distinct().Count());
        Assert.Equal(25, seen.Count);
        Assert.Equal(
            seen.OrderByDescending(entry => entry.At).Select(entry => entry.At),
            seen.Select(entry => entry.At)
        );
        var all = (await overviews.ExportAsync(Tenant, ann, default))!;
        Assert.Equal((25, 25), (all.EventCount, all.Timeline.Count));
        Assert.Null(await overviews.FindAsync(Tenant, Guid.NewGuid(), TimelineCursor.Start, 3, default));

        static TimelineCursor Parsed(TimelineCursor cursor)
        {
            Assert.True(TimelineCursor.TryParse(cursor.ToString(), out var read));
            return read;
        }
    }

    private static ContactIdentity Name(string value) => new(IdentityKind.ExternalUserId, value);

    private async Task<(Guid Ann, Guid Bob)> TwoAsync()
    {
        var ann = await AcceptAsync("contact.joined", "{}", Name("ann"));
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        return (ann, await AcceptAsync("contact.joined", "{}", Name("bob")));
    }

    private async Task<MergeCase> CaseAsync()
    {
        await AcceptAsync("link.clicked", "{}", Name("ann"), Name("bob"));
        return Assert.Single(await Merges.ListAsync(Tenant, MergeState.Open, 0, 10, default));
    }

    private async Task<Guid> AcceptAsync(string type, string data, params ContactIdentity[] names)
    {
        var one = new ContactEvent("t", $"{++_events}", type, _rig.Now, [.. names], data);
        return (await Contacts.AcceptAsync(Tenant, [one], _rig.Now, default))[0].ContactId;
    }

    private Task<CommitOutcome> SayAsync(Guid contact, string key) =>
        _rig.Store.CommitAsync(
            new WorkCommit
            {
                Effects =
                [
                    new TenantEffect(
                        Tenant,
                        contact,
                        new OutboundMessage(
                            key,
                            new Recipient.Person(contact, [Name("bob")]),
                            Carrier.Sms,
                            "sms",
                            "t",
                            new MessageContent("x"),
                            "marketing",
                            _rig.Now,
                            "care",
                            1
                        )
                        {
                            ContactId = contact,
                        }
                    ),
                ],
            },
            default
        );

    private async Task CountAsync(string code, string scope, string marks)
    {
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        context.Add(
            new LimitCounterRow
            {
                Tenant = Tenant,
                Code = code,
                Scope = scope,
                Marks = marks,
                ExpiresAt = _rig.Now,
            }
        );
        await context.SaveChangesAsync();
    }

    private async Task HoldAsync(string key, string holds)
    {
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        context.Add(
            new LimitReservationRow
            {
                Tenant = Tenant,
                MessageKey = key,
                Holds = holds,
                ExpiresAt = _rig.Now,
            }
        );
        await context.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<string>> CountsAsync()
    {
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        var rows = await context.Set<LimitCounterRow>().ToListAsync();
        return [.. rows.Select(row => $"{row.Code} {row.Scope} {row.Marks}").Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> HeldAsync()
    {
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        return await context.Set<LimitReservationRow>().Select(row => row.Holds).ToListAsync();
    }

    private Task<int> DrainAsync() => _rig.DrainAsync(_rig.Runner(_rig.Database!.Get<ISubjectSource>()));

    // All that belongs to either contact, as text.
    private async Task<int> ApprovalsAsync(Guid contact)
    {
        var ledger = _rig.Database!.Get<ISubscriptionLedger>();
        return (await ledger.ListAsync(Tenant, contact, default)).Sum(balance => balance.Left);
    }

    private async Task<IEnumerable<string>> MergeNotesAsync(Guid contact)
    {
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        var rows = await context
            .Set<HistoryRow>()
            .Where(row => row.ContactId == contact && row.Kind == (short)HistoryKind.Merge)
            .OrderBy(row => row.At)
            .ToListAsync();
        return rows.Select(row => $"{row.Before ?? "-"} → {row.After ?? "-"} {row.By}");
    }

    private async Task<string> PictureAsync(Guid ann, Guid bob)
    {
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        var rows = new List<object>();
        foreach (var row in await context.Set<ContactRow>().OrderBy(row => row.Id).ToListAsync())
        {
            // 0 and 0.0 are one amount.
            row.PaidAmount += 0.00000000m;
            rows.Add(row);
        }

        rows.AddRange(await context.Set<ContactIdentityRow>().OrderBy(row => row.Value).ToListAsync());
        rows.AddRange(await context.Set<ContactEventRow>().OrderBy(row => row.EventId).ToListAsync());
        var orders = await context
            .Set<OrderRow>()
            .OrderBy(row => row.Number)
            .ThenBy(row => row.ContactId)
            .ToListAsync();
        foreach (var row in orders)
        {
            row.Paid += 0.00000000m;
            row.Amount += 0.00000000m;
            rows.Add(row);
        }

        rows.AddRange(await context.Set<ConsentRow>().OrderBy(row => row.EventId).ToListAsync());
        rows.AddRange(await context.Set<RelationRow>().OrderBy(row => row.ContactId).ToListAsync());
        rows.AddRange(
            await context.Set<Workflows.Storage.Places.SeatRow>().OrderBy(row => row.ContactId).ToListAsync()
        );
        Assert.Contains(rows.OfType<ContactRow>(), row => row.Id == ann);
        Assert.Contains(rows.OfType<ContactRow>(), row => row.Id == bob);
        return string.Join('\n', rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row, row.GetType())));
    }
}
