using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Invites;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.Referral;
using Workflows.Storage.Contacts;
using Workflows.Storage.Invites;
using Workflows.Storage.Referral;
using Workflows.Storage.Tests.Referral;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What a store of distributions in a database has to do beyond that.</summary>
public abstract class SqlReferralContract(StorageKind kind) : ReferralStoreContract
{
    private TestDatabase _database = null!;

    protected override IReferralStore Store => _database.Get<IReferralStore>();

    protected override ILedger Ledger => _database.Get<ILedger>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Database_ThirdLevel_IsRefusedWhoeverWritesIt()
    {
        await FamilyAsync();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            Store.PostAsync(Tenant, Tea, [Draft("1", (ReferralLevel)3, 1).For(100m, "a")], Now, default)
        );
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE referral_programs SET levels = 3"));
        await Store.PostAsync(Tenant, Tea, [Draft("1", ReferralLevel.Indirect, 1).For(100m, "a")], Now, default);
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE commissions SET level = 3"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE commissions SET rate = 1000001"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE referral_members SET referrer_id = id"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("DELETE FROM referral_members"));

        Assert.Equal(5.00m, (await Store.BalancesAsync(Tenant, Tea, [Person(1)], default))[Person(1)]);
        Assert.Equal(0m, await Ledger.SumAsync(Tenant, default));
    }

    [Fact]
    public async Task Forest_RandomOrdersRefundsAndTiers_PayTwoLevelsToTheCent() =>
        await new ReferralForest(seed: 7, members: 400, orders: 2_000, reviews: 60).ProveAsync(Store, Ledger);

    [Fact]
    public async Task Merge_TwoMembers_EarnForOneContactAndPartAgain()
    {
        var (ann, bob, eve) = (await MeetAsync("ann"), await MeetAsync("bob"), await MeetAsync("eve"));
        await Store.SaveProgramAsync(Tenant, new ReferralProgram(Tea, 2, "a", "b"), default);
        await Store.AddMembersAsync(
            Tenant,
            Tea,
            [
                new ReferralMember(bob, bob, null, Now, Now) { JoinedBy = "k1" },
                new ReferralMember(eve, eve, bob, Now, null) { JoinedBy = "k2" },
            ],
            default
        );
        var merges = _database.Get<MergeStore>();
        await AcceptAsync("ann", "bob");
        var pair = Assert.Single(await merges.ListAsync(Tenant, MergeState.Open, 0, 10, default));

        Assert.True(await merges.MergeAsync(Tenant, pair, "test", Now, default));
        Assert.Equal(bob, (await Store.FindByContactsAsync(Tenant, Tea, [ann], default))[ann].Id);
        Assert.Equal(ann, (await Store.LinesAsync(Tenant, Tea, [eve], default))[eve].Direct!.ContactId);

        Assert.True(await merges.PartAsync(Tenant, pair, "test", Now.AddHours(1), default));
        Assert.Equal(bob, (await Store.FindByContactsAsync(Tenant, Tea, [ann, bob], default)).Single().Key);
    }

    [Fact]
    public async Task Erase_Distributor_LeavesAnEmptyPlaceThatIsNotPaid()
    {
        var (ann, eve) = (await MeetAsync("ann"), await MeetAsync("eve"));
        await Store.SaveProgramAsync(Tenant, new ReferralProgram(Tea, 2, "a", "b"), default);
        await Store.AddMembersAsync(
            Tenant,
            Tea,
            [
                new ReferralMember(ann, ann, null, Now, Now) { JoinedBy = "k1" },
                new ReferralMember(eve, eve, ann, Now, null) { JoinedBy = "k2" },
            ],
            default
        );

        await _database.Get<ContactErasure>().EraseAsync(Tenant, ann, default);

        var line = (await Store.LinesAsync(Tenant, Tea, [eve], default))[eve];
        Assert.Null(line.Direct!.ContactId);
        Assert.Empty(line.EarnersAt(Now.AddDays(1), 2));
    }

    [Fact]
    public async Task Figures_OfASpan_CountLevelsAndDistributors()
    {
        await FamilyAsync();
        await Store.PromoteAsync(Tenant, Tea, Person(4), Now.AddDays(9), "p", default);
        var first = Draft("1", ReferralLevel.Direct, 3).For(100m, "a");
        await Store.PostAsync(
            Tenant,
            Tea,
            [
                first,
                Draft("1", ReferralLevel.Indirect, 2).For(100m, "a"),
                (Draft("2", ReferralLevel.Direct, 3) with { PaidAt = Now.AddDays(5) }).For(30m, "a"),
                Draft("3", ReferralLevel.Direct, 1).For(7m, "a"),
            ],
            Now,
            default
        );
        await Store.PostAsync(Tenant, Tea, [first.For(0m, "b")], Now, default);
        var reports = _database.Get<ReferralReports>();

        var figures = await reports.ReadAsync(Tenant, Tea, Now, Now.AddDays(5), default);
        Assert.Equal((3, 1, 3), (figures.Distributors, figures.Active, figures.Joined));
        Assert.Equal(
            [
                new LevelFigures(ReferralLevel.Direct, 1, 7m, 0.35m),
                new LevelFigures(ReferralLevel.Indirect, 1, 100m, 5m),
            ],
            figures.Levels
        );
        var later = await reports.ReadAsync(Tenant, Tea, Now.AddDays(5), Now.AddDays(10), default);
        Assert.Equal((4, 1, 1), (later.Distributors, later.Active, later.Joined));

        var page = await reports.ListAsync(Tenant, Tea, Person(3), 0, 10, default);
        Assert.Equal([("2", 1.50m), ("1", 0m)], page.Select(one => (one.Number, one.Amount)));
    }

    [Fact]
    public async Task Invitations_OfASpan_MakeTheCoefficient()
    {
        var (ann, bob) = (await MeetAsync("ann"), await MeetAsync("bob"));
        await using (var context = _database.Get<WorkflowsDbContextFactory>().Create())
        {
            context.AddRange(
                Given("1", ann, "tea", Now),
                Given("2", ann, "tea", Now.AddDays(1)),
                Given("3", bob, "tea", Now.AddDays(1)),
                Given("4", bob, "tea", Now.AddDays(-1)),
                Given("5", bob, "coffee", Now)
            );
            await context.SaveChangesAsync();
        }

        var intake = new ContactEventIntake(_database.Get<IContactStore>(), TimeProvider.System);
        foreach (
            var (customer, type) in new[]
            {
                ("c1", "group.joined"),
                ("c2", "group.joined"),
                ("c3", "contact.joined"),
                ("c1", "order.paid"),
            }
        )
        {
            var code = new
            {
                invite = $"i.tea.{System.Buffers.Text.Base64Url.EncodeToString(ann.ToByteArray(bigEndian: true))}",
            };
            var result = await intake.AcceptAsync(
                Tenant,
                [Event(customer, type, System.Text.Json.JsonSerializer.Serialize(code))],
                default
            );
            Assert.Empty(result.Diagnostics);
        }

        var figures = await _database.Get<InviteReports>().ReadAsync(Tenant, "tea", Now, Now.AddDays(2), default);

        Assert.Equal(new InviteFigures("tea", 2, 3, 3, 1), figures);
        Assert.Equal((1.5m, 1m, 1.5m), (figures.PerInviter, figures.Conversion, figures.K));
        Assert.Null((await _database.Get<InviteReports>().ReadAsync(Tenant, "milk", Now, Now.AddDays(2), default)).K);
    }

    private static HistoryRow Given(string key, Guid contact, string campaign, DateTimeOffset at) =>
        new()
        {
            Tenant = Tenant,
            Key = key,
            ContactId = contact,
            Kind = (short)HistoryKind.Invitation,
            At = at,
            Before = campaign,
            After = "code",
            By = "test",
        };

    private int _events;

    private ContactEvent Event(string customer, string type, string? data) =>
        new("test", $"{_events++}", type, Now, [new ContactIdentity(IdentityKind.ExternalUserId, customer)], data);

    // Of two contacts the older one stays: one after the other.
    private async Task<Guid> MeetAsync(string customer)
    {
        var met = Event(customer, "met", null);
        var receipts = await _database
            .Get<IContactStore>()
            .AcceptAsync(Tenant, [met], Now.AddMinutes(_events), default);
        return receipts[0].ContactId;
    }

    private async Task AcceptAsync(string one, string other) =>
        await _database
            .Get<IContactStore>()
            .AcceptAsync(
                Tenant,
                [
                    Event(one, "met", null) with
                    {
                        Identities =
                        [
                            new ContactIdentity(IdentityKind.ExternalUserId, one),
                            new ContactIdentity(IdentityKind.ExternalUserId, other),
                        ],
                    },
                ],
                Now,
                default
            );

    private async Task ExecuteAsync(string sql)
    {
        await using var context = _database.Get<WorkflowsDbContextFactory>().Create();
        await context.Database.ExecuteSqlRawAsync(sql);
    }
}
