using System.Diagnostics;
using Workflows.Acceptance.Tests.Live;
using Workflows.Acceptance.Tests.WeCom;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Testing;

namespace Workflows.Acceptance.Tests.GroupBuys;

/// <summary>
/// A thousand customers rush three hundred open teams over HTTP on two hosts and PostgreSQL, one of the hosts being killed in between: each team comes
/// together with exactly its size or refunds in full, no seat is sold twice, and not a cent is made or lost.
/// </summary>
public sealed class GroupBuyRushTests : IAsyncLifetime
{
    private const int Tenant = 1;
    private const int Teams = 300;
    private const int Customers = 1_000;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-rush-").FullName;
    private SendingDatabase _database = null!;

    public async Task InitializeAsync() => _database = await SendingDatabase.CreateAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Rush_ThousandCustomersOnTwoHosts_EveryTeamHasItsSizeOrItsMoney()
    {
        await using var one = new HostProcess(Settings());
        await using var two = new HostProcess(Settings());
        await one.StartAsync(Start);
        await one.PublishAsync(GroupBuyJourney.Document());
        two.ApiKey = one.ApiKey;
        await two.StartAsync(Start);

        var rush = new GroupBuyRush([one, two], seed: 7);
        await rush.OpenAsync();
        await rush.JoinAsync(0, Customers / 2);
        await Task.WhenAll(rush.JoinAsync(Customers / 2, Customers / 2), two.KillAsync());
        await two.StartAsync(Start);
        await MoveAsync(Start.AddHours(24.5), one, two);

        var teams = await _database
            .Get<IGroupBuyStore>()
            .ListAsync(Tenant, GroupBuyJourney.Campaign, null, 1_000, default);
        Assert.Equal(Teams, teams.Count);
        Assert.True(rush.Refused > 0, "Nobody came too late: this was no rush.");
        AssertEnds(teams);
        AssertAnswers(teams, rush);
        await AssertMoneyAsync(teams);
        // One for each team, one for each member's joining, and one for the end that each seat heard of.
        var seats = teams.Sum(team => team.Seats.Count);
        Assert.Equal((2L * seats, 0L), await _database.InstancesAsync());
    }

    private static void AssertEnds(IReadOnlyList<Team> teams)
    {
        var ends = teams.GroupBy(team => team.State).ToDictionary(own => own.Key, own => own.ToList());
        Assert.Equal([TeamState.Succeeded, TeamState.Expired], ends.Keys.Order());
        Assert.All(ends[TeamState.Succeeded], team => Assert.Equal(team.Terms.Size, team.Held.Count()));
        Assert.All(ends[TeamState.Expired], team => Assert.Empty(team.Held));
        Assert.Equal([2, 3, 5], teams.Select(team => team.Terms.Size).Distinct().Order());
    }

    // Who was told to have a seat has one, and nobody else.
    private static void AssertAnswers(IReadOnlyList<Team> teams, GroupBuyRush rush) =>
        Assert.Equal(
            rush.Seated.Select(seat => $"{seat.Key} {seat.Value}").Order(StringComparer.Ordinal),
            teams
                .SelectMany(team => team.Seats.Select(seat => $"{seat.Order} {team.Id:N}"))
                .Order(StringComparer.Ordinal)
        );

    private async Task AssertMoneyAsync(IReadOnlyList<Team> teams)
    {
        var store = _database.Get<IGroupBuyStore>();
        var ledger = _database.Get<ILedger>();
        Assert.Empty(await GroupBuyAudit.FindingsAsync(store, ledger, Tenant, GroupBuyJourney.Campaign, isOver: true));
        var refunds = await store.ListRefundsAsync(Tenant, 10_000, default);
        Assert.Equal(
            teams
                .Where(team => team.State == TeamState.Expired)
                .SelectMany(team => team.Seats)
                .Select(seat => $"{seat.Order} {seat.Paid}")
                .Order(StringComparer.Ordinal),
            refunds.Select(refund => $"{refund.Order} {refund.Amount}").Order(StringComparer.Ordinal)
        );
    }

    private async Task MoveAsync(DateTimeOffset now, params HostProcess[] hosts)
    {
        await Task.WhenAll(hosts.Select(host => host.SetClockAsync(now)));
        var store = _database.Get<IGroupBuyStore>();
        var started = Stopwatch.GetTimestamp();
        while (
            (await store.ListUnsettledAsync(Tenant, now.AddYears(1), 1, default)).Count > 0
            || !await _database.IsAtRestAsync(now)
        )
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException(string.Join('\n', hosts.Select(host => host.Said())));
            }

            await Task.Delay(100);
        }
    }

    private Dictionary<string, string> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["WORKFLOWS__PROVIDER"] = "Postgres",
            ["WORKFLOWS__CONNECTIONSTRING"] = _database.ConnectionString,
            ["WORKFLOWS__DATA"] = _folder,
        };
}
