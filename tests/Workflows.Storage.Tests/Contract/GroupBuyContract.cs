using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Testing;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store of teams has to do.</summary>
public abstract class GroupBuyContract : IAsyncLifetime
{
    protected const int Tenant = StoreRig.Tenant;
    protected static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    protected abstract IGroupBuyStore Store { get; }

    protected abstract ILedger Ledger { get; }

    protected GroupBuyDesk Desk => new(Store, Tenant, team => $"seed of {team:N}");

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Join_ManyAtOnce_TheLastSeatIsTakenByExactlyOne()
    {
        var team = await OpenAsync(3);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 24)
                .Select(n => Task.Run(() => Desk.JoinAsync(team.Id, Seat($"j{n}", Contact(n + 1)), default)))
        );

        Assert.Equal(2, answers.Count(one => one.Answer == SeatAnswer.Taken));
        Assert.Equal(22, answers.Count(one => one.Answer == SeatAnswer.Full));
        var closed = (await Store.FindAsync(Tenant, team.Id, default))!;
        Assert.Equal((TeamState.Succeeded, 3), (closed.State, closed.Headcount));
        Assert.Empty(await GroupBuyAudit.FindingsAsync(Store, Ledger, Tenant, "tea"));
    }

    [Fact]
    public async Task Join_SameKeyAgainAndAtOnce_TakesOneSeat()
    {
        var team = await OpenAsync(5);
        var request = Seat("j", Contact(1));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Desk.JoinAsync(team.Id, request, default)))
        );

        Assert.Single(answers, one => one.Answer == SeatAnswer.Taken);
        Assert.Equal(7, answers.Count(one => one.Answer == SeatAnswer.Known));
        Assert.Equal(SeatAnswer.KeyTaken, (await Desk.JoinAsync(team.Id, Seat("j", Contact(2)), default)).Answer);
        Assert.Equal(SeatAnswer.AlreadyIn, (await Desk.JoinAsync(team.Id, Seat("k", Contact(1)), default)).Answer);
        Assert.Equal(2, (await Store.FindAsync(Tenant, team.Id, default))!.Seats.Count);
    }

    [Fact]
    public async Task Open_SameKeyAgainAndAtOnce_OpensOneTeam()
    {
        var opened = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => Desk.OpenAsync(Plan(3), Seat("open", Contact(0)), default)))
        );

        Assert.Single(opened, one => one.Answer == SeatAnswer.Taken);
        Assert.Single(opened.Select(one => one.Team!.Id).Distinct());
        Assert.Equal(SeatAnswer.KeyTaken, (await Desk.OpenAsync(Plan(3), Seat("open", Contact(1)), default)).Answer);
        Assert.Empty(await GroupBuyAudit.FindingsAsync(Store, Ledger, Tenant, "tea"));
    }

    [Fact]
    public async Task Draw_ManyTeamsAtOnce_NeverExceedsTheQuota()
    {
        List<Team> teams = [];
        for (var n = 0; n < 8; n++)
        {
            var team = await OpenAsync(2, $"t{n}", Contact(n * 2));
            await Desk.JoinAsync(team.Id, Seat($"m{n}", Contact((n * 2) + 1)), default);
            teams.Add((await Desk.SettleAsync(team.Id, Now, default))!);
        }

        await Task.WhenAll(teams.Select(team => Task.Run(() => Desk.DrawAsync(team.Id, 1, 5, Now, default))));

        var drawn = await Store.ListAsync(Tenant, "tea", null, 100, default);
        Assert.Equal(
            [1, 2, 3, 4, 5],
            drawn.SelectMany(team => team.Seats).Select(seat => seat.FreeOrder).OfType<int>().Order()
        );
        Assert.Empty(await GroupBuyAudit.FindingsAsync(Store, Ledger, Tenant, "tea"));
    }

    [Fact]
    public async Task News_AreOfferedInOrderUntilTheyAreDelivered()
    {
        var team = await OpenAsync(2);
        await Desk.JoinAsync(team.Id, Seat("j", Contact(1)), default);

        var first = await Store.TakeToldAsync(Tenant, Now, Now.AddMinutes(1), 2, default);
        var second = await Store.TakeToldAsync(Tenant, Now, Now.AddMinutes(1), 100, default);
        await Store.MarkDeliveredAsync(Tenant, [.. first.Select(one => one.Key)], Now, default);
        var again = await Store.TakeToldAsync(Tenant, Now.AddMinutes(1), Now.AddMinutes(2), 100, default);

        Assert.Equal(
            [
                GroupBuyEvents.Opened,
                GroupBuyEvents.Joined,
                GroupBuyEvents.Grew,
                GroupBuyEvents.Closed,
                GroupBuyEvents.Succeeded,
                GroupBuyEvents.Succeeded,
            ],
            first.Concat(second).Select(one => one.Type)
        );
        Assert.Equal(second, again);
    }

    [Fact]
    public async Task Refunds_WaitForTheShop()
    {
        var team = await OpenAsync(3);
        await Desk.RefundAllAsync(team.Id, Now, default);

        var refund = Assert.Single(await Store.ListRefundsAsync(Tenant, 10, default));
        Assert.Equal((19.9m, "o-open", RefundReason.Expired), (refund.Amount, refund.Order, refund.Reason));
        Assert.Equal([refund], await Store.TakeRefundsAsync(Tenant, Now, Now.AddMinutes(1), 10, default));
        Assert.Empty(await Store.TakeRefundsAsync(Tenant, Now, Now.AddMinutes(1), 10, default));
        await Store.MarkDeliveredAsync(Tenant, [refund.Key], Now, default);
        Assert.Empty(await Store.ListRefundsAsync(Tenant, 10, default));
    }

    [Fact]
    public async Task Unsettled_TeamsWhoseTimeIsOver_AreFoundUntilTheyAreSettled()
    {
        var team = await OpenAsync(3);
        Assert.Empty(await Store.ListUnsettledAsync(Tenant, team.ClosesAt, 10, default));
        Assert.Equal([team.Id], await Store.ListUnsettledAsync(Tenant, team.ClosesAt.AddTicks(1), 10, default));

        await Desk.RefundAllAsync(team.Id, team.ClosesAt, default);

        Assert.Empty(await Store.ListUnsettledAsync(Tenant, team.ClosesAt.AddTicks(1), 10, default));
    }

    [Fact]
    public async Task Walk_OfRandomSteps_KeepsEveryPromiseAndReportsIt()
    {
        var walk = new GroupBuyWalk(Desk, new Random(20260301), Now);
        for (var round = 0; round < 6; round++)
        {
            await walk.RunAsync(20);
            Assert.Empty(await GroupBuyAudit.FindingsAsync(Store, Ledger, Tenant, GroupBuyWalk.Campaign));
        }

        await walk.EndAsync();
        Assert.Empty(await GroupBuyAudit.FindingsAsync(Store, Ledger, Tenant, GroupBuyWalk.Campaign, isOver: true));
        // What the database counts is what a count by hand over all teams says.
        var teams = await Store.ListAsync(Tenant, GroupBuyWalk.Campaign, null, 1_000, default);
        Assert.Equal(
            GroupBuyAudit.FiguresOf(teams),
            await Store.ListFiguresAsync(Tenant, GroupBuyWalk.Campaign, default)
        );
    }

    protected async Task<Team> OpenAsync(int size, string key = "open", Guid? contact = null)
    {
        var (team, answer) = await Desk.OpenAsync(Plan(size), Seat(key, contact ?? Contact(0)), default);
        Assert.Equal(SeatAnswer.Taken, answer);
        return team!;
    }

    protected static Guid Contact(int number) => new(number + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    protected static SeatRequest Seat(string key, Guid contact) => new(key, contact, $"o-{key}", null, Now);

    private static GroupBuyPlan Plan(int size) =>
        new("tea", [new GroupBuyTerms("tea", size, size, 39.9m, 29.9m, 19.9m, TimeSpan.FromHours(24))]);
}
