using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Marketing.Tests.Plays;

/// <summary>What leaves a team's commit arrives, and a team that no journey looks after comes to its end.</summary>
public sealed class TeamCourierTests
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);
    private readonly MemoryGroupBuyStore _store = new();
    private readonly MemoryContactStore _contacts = new();
    private readonly List<TeamNews.Refund> _asked = [];
    private bool _shopSays = true;

    private GroupBuyDesk Desk => new(_store, Tenant, _ => "seed");

    private ContactEventIntake Intake => new(_contacts, _clock);

    private TeamCourier Courier =>
        new(
            _store,
            Desk,
            _contacts,
            Intake,
            _clock,
            new TeamCourierOptions
            {
                Tenant = Tenant,
                Refund = (refund, _) =>
                {
                    _asked.Add(refund);
                    return Task.FromResult(_shopSays);
                },
            }
        );

    [Fact]
    public async Task Deliver_NewsOfAKnownContact_BecomesTheirEventsOnce()
    {
        var contact = await MeetAsync();
        await OpenAsync(contact);

        await Courier.DeliverAsync(default);
        await Courier.DeliverAsync(default);

        var again = await Intake.AcceptAsync(Tenant, [Event($"groupbuy/{Team:N}/1/{GroupBuyEvents.Opened}")], default);
        Assert.True(again.Receipts[0].IsDuplicate);
        Assert.Empty(await _store.TakeToldAsync(Tenant, Now.AddDays(1), Now.AddDays(1), 9, default));
    }

    [Fact]
    public async Task Deliver_NewsOfAnErasedContact_IsDroppedAndHoldsNobodyUp()
    {
        await OpenAsync(new Guid(9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        Assert.Equal(1, await Courier.DeliverAsync(default));
        Assert.Equal(0, await Courier.DeliverAsync(default));
    }

    [Fact]
    public async Task Deliver_RefundTheShopDoesNotConfirm_IsAskedAgainWithTheSameKey()
    {
        await OpenAsync(await MeetAsync());
        await Desk.RefundAllAsync(Team, Now, default);
        _shopSays = false;

        await Courier.DeliverAsync(default);
        await Courier.DeliverAsync(default);
        Assert.Single(_asked);
        _clock.Advance(TimeSpan.FromMinutes(2));
        _shopSays = true;
        await Courier.DeliverAsync(default);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await Courier.DeliverAsync(default);

        Assert.Equal(2, _asked.Count);
        Assert.Single(_asked.DistinctBy(refund => refund.Key));
        Assert.Empty(await _store.ListRefundsAsync(Tenant, 9, default));
    }

    [Fact]
    public async Task Deliver_TeamNoJourneyLooksAfter_IsRefundedAfterTheGrace()
    {
        await OpenAsync(await MeetAsync());
        _clock.SetUtcNow(Now.AddHours(25));
        await Courier.DeliverAsync(default);
        Assert.Equal(TeamState.Open, (await Desk.FindAsync(Team, default))!.State);

        _clock.SetUtcNow(Now.AddHours(25).AddTicks(1));
        await Courier.DeliverAsync(default);

        var team = (await Desk.FindAsync(Team, default))!;
        Assert.Equal(TeamState.Expired, team.State);
        Assert.Empty(team.Held);
    }

    [Fact]
    public async Task Join_CustomerNobodySawBeforeTheTeam_IsNewEvenWhereAskedTwice()
    {
        var known = await MeetAsync("known");
        await MeetAsync("met", Now.AddDays(-1));
        await OpenAsync(known);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var reception = new GroupBuyReception(Desk, new GroupBuyCampaigns(new()), _contacts, Intake, _clock, Tenant);

        await reception.JoinAsync(Team, Wish("fresh", 5m), default);
        await reception.JoinAsync(Team, Wish("fresh", null), default);
        await reception.JoinAsync(Team, Wish("known", null), default);
        await reception.JoinAsync(Team, Wish("met", null), default);

        var team = (await Desk.FindAsync(Team, default))!;
        Assert.Equal([false, true, false], team.Seats.Select(seat => seat.IsNewCustomer));
    }

    private static Guid Team => GroupBuyDesk.TeamOf("tea", "k");

    private static ContactEvent Event(string id, string name = "known", DateTimeOffset? at = null) =>
        new(
            GroupBuyEvents.Source,
            id,
            GroupBuyEvents.Asked,
            at ?? Now,
            [new ContactIdentity(IdentityKind.OpenId, name)]
        );

    private static SeatWish Wish(string name, decimal? paid) =>
        new($"key-{name}", [new ContactIdentity(IdentityKind.OpenId, name)], $"order-{name}", paid);

    private async Task<Guid> MeetAsync(string name = "known", DateTimeOffset? at = null) =>
        (await Intake.AcceptAsync(Tenant, [Event($"met/{name}", name, at)], default)).Receipts[0].ContactId;

    private async Task OpenAsync(Guid contact)
    {
        var terms = new GroupBuyTerms("tea", 3, 3, 39.9m, 29.9m, 19.9m, TimeSpan.FromHours(24));
        await Desk.OpenAsync(new GroupBuyPlan("tea", [terms]), new SeatRequest("k", contact, "o", null, Now), default);
    }
}
