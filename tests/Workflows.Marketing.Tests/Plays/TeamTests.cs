using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Marketing.Tests.Plays;

/// <summary>What a team does at each point of its life.</summary>
public sealed class TeamTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly MemoryGroupBuyStore _store = new();

    private GroupBuyDesk Desk => new(_store, 1, _ => "seed");

    [Fact]
    public async Task Leader_Refunded_IsSucceededByTheLongestMemberAtTheLeadersPrice()
    {
        var team = await OpenAsync(3, capacity: 4);
        await JoinAsync(team, 1);
        await JoinAsync(team, 2);
        await Desk.RefundAsync(team, "o0", Now, default);
        await JoinAsync(team, 3);
        await JoinAsync(team, 4);
        var settled = (await Desk.SettleAsync(team, Now, default))!;

        Assert.Equal(TeamState.Succeeded, settled.State);
        Assert.Equal((2, SeatRole.Leader, 19.9m), (settled.Leader!.Number, settled.Leader.Role, settled.Leader.Price));
        Assert.Equal([19.9m, 25m, 25m, 25m], settled.Held.Select(seat => seat.Price));
        Assert.Equal(
            ["o0 19.9 Returned", "o1 10.0 Difference", "o2 4.9 Difference", "o3 4.9 Difference", "o4 4.9 Difference"],
            (await _store.ListRefundsAsync(1, 9, default)).Select(one => $"{one.Order} {one.Amount} {one.Reason}")
        );
        Assert.Contains(
            await _store.TakeToldAsync(1, Now, Now, 99, default),
            told => told.Type is GroupBuyEvents.LeaderChanged && told.ContactId == Contact(1)
        );
    }

    [Fact]
    public async Task Settle_MoreMembers_GivesEverybodyTheDifferenceBack()
    {
        var team = await OpenAsync(3, capacity: 5);
        for (var n = 1; n < 5; n++)
        {
            await JoinAsync(team, n);
        }

        var settled = (await Desk.SettleAsync(team, Now, default))!;

        // Five of them: 15 for everybody, less than the leader's own price.
        Assert.All(settled.Held, seat => Assert.Equal(15m, seat.Price));
        var refunds = await _store.ListRefundsAsync(1, 9, default);
        Assert.Equal([4.9m, 14.9m, 14.9m, 14.9m, 14.9m], refunds.Select(one => one.Amount));
        Assert.Equal(75m, await _store.Ledger.BalanceAsync(1, TeamMoney.Sales("tea"), default));
        Assert.Equal(0m, await _store.Ledger.BalanceAsync(1, TeamMoney.Held(team), default));
    }

    [Fact]
    public async Task Close_WhenTimeIsOver_DependsOnTheSizeAndNothingIsLetInAnyMore()
    {
        var enough = await OpenAsync(2, capacity: 5);
        await JoinAsync(enough, 1);
        var few = await OpenAsync(3, capacity: 3, key: "few");
        await JoinAsync(few, 1);

        Assert.Equal(TeamState.Open, (await Desk.CloseAsync(enough, Now.AddHours(24).AddTicks(-1), default))!.State);
        Assert.Equal(SeatAnswer.Over, (await JoinAsync(few, 2, Now.AddHours(24))).Answer);
        Assert.Equal(TeamState.Expired, (await Desk.FindAsync(few, default))!.State);
        Assert.Equal(TeamState.Succeeded, (await Desk.CloseAsync(enough, Now.AddHours(24), default))!.State);
    }

    [Fact]
    public async Task RefundAll_ExpiredTeam_GivesEveryCentBack()
    {
        var team = await OpenAsync(3, capacity: 3);
        await JoinAsync(team, 1);
        var refunded = (await Desk.RefundAllAsync(team, Now, default))!;

        Assert.Empty(refunded.Held);
        Assert.Equal([19.9m, 29.9m], (await _store.ListRefundsAsync(1, 9, default)).Select(one => one.Amount));
        Assert.Equal(0m, await _store.Ledger.BalanceAsync(1, TeamMoney.Customers("tea"), default));
        // Asked again, nothing more happens.
        await Desk.RefundAllAsync(team, Now, default);
        Assert.Equal(2, (await _store.ListRefundsAsync(1, 9, default)).Count);
    }

    [Fact]
    public async Task Join_WrongPrice_TakesNoSeat()
    {
        var team = await OpenAsync(3, capacity: 3);

        var (_, answer) = await Desk.JoinAsync(team, new SeatRequest("k", Contact(1), "o", 19.9m, Now), default);

        Assert.Equal(SeatAnswer.WrongPrice, answer);
        Assert.Single((await Desk.FindAsync(team, default))!.Seats);
    }

    [Fact]
    public async Task Figures_NewCustomers_AreThoseOthersBrought()
    {
        var team = await OpenAsync(3, capacity: 3, isNew: true);
        await JoinAsync(team, 1, isNew: true);
        await JoinAsync(team, 2);

        Assert.Equal(1, Assert.Single(await _store.ListFiguresAsync(1, "tea", default)).NewCustomers);
    }

    [Fact]
    public void Sizes_AreDrawnByTeamAndCompared()
    {
        var drawn = Enumerable
            .Range(0, 3_000)
            .Select(n => GroupBuyDesk.TeamOf("tea", $"{n}"))
            .Select(team => (Team: team, Size: SizeComparison.Draw("tea", [2, 3, 5], team)))
            .ToList();

        Assert.All(drawn.CountBy(one => one.Size), size => Assert.InRange(size.Value, 900, 1_100));
        Assert.All(drawn, one => Assert.Equal(one.Size, SizeComparison.Draw("tea", [2, 3, 5], one.Team)));

        // 80 of 100 teams at 50 beat 40 of 100 at 90: 4,000 against 3,600. With ten teams each nothing is known.
        var clear = new SizeComparison([new(2, 0, 80, 20, 160, 0, 4_000m), new(5, 0, 40, 60, 200, 0, 3_600m)]);
        var few = new SizeComparison([new(2, 0, 8, 2, 16, 0, 400m), new(5, 0, 4, 6, 20, 0, 360m)]);
        Assert.Equal((2, null), (clear.Winner, few.Winner));
        Assert.Equal(40m, SizeComparison.ValueOf(clear.Figures[0]));
        Assert.InRange(clear.Arms[0].Interval!.Value.Low, 0.70, 0.72);
    }

    private async Task<Guid> OpenAsync(int size, int capacity, string key = "k0", bool isNew = false)
    {
        var terms = new GroupBuyTerms("tea", size, capacity, 39.9m, 29.9m, 19.9m, TimeSpan.FromHours(24))
        {
            Tiers = capacity > size ? [new(4, 25m), new(5, 15m)] : [],
        };
        var request = new SeatRequest(key, Contact(0), "o0", null, Now) { IsNewCustomer = isNew };
        return (await Desk.OpenAsync(new GroupBuyPlan("tea", [terms]), request, default)).Team!.Id;
    }

    private Task<(Team? Team, SeatAnswer Answer)> JoinAsync(
        Guid team,
        int number,
        DateTimeOffset? at = null,
        bool isNew = false
    ) =>
        Desk.JoinAsync(
            team,
            new SeatRequest($"k{number}", Contact(number), $"o{number}", null, at ?? Now) { IsNewCustomer = isNew },
            default
        );

    private static Guid Contact(int number) => new(number + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
