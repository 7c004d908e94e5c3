using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Testing;

/// <summary>Looks whether a campaign keeps what it promises: places, leaders, prices, lots and every cent.</summary>
public static class GroupBuyAudit
{
    /// <summary>Everything that is wrong; nothing where all is as it should be.</summary>
    /// <param name="store">The teams.</param>
    /// <param name="ledger">The money.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="isOver">Whether every team has to be settled or refunded.</param>
    public static async Task<IReadOnlyList<string>> FindingsAsync(
        IGroupBuyStore store,
        ILedger ledger,
        int tenant,
        string campaign,
        bool isOver = false
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ledger);
        List<string> findings = [];
        List<Team> teams = [];
        while (await store.ListAsync(tenant, campaign, teams.LastOrDefault()?.Id, 500, default) is { Count: > 0 } page)
        {
            teams.AddRange(page);
        }

        foreach (var team in teams)
        {
            var held = await ledger.BalanceAsync(tenant, TeamMoney.Held(team.Id), default);
            findings.AddRange(FindingsOf(team, held).Select(finding => $"{team.Id:N}: {finding}"));
            if (isOver && team.SettledAt is null)
            {
                findings.Add($"{team.Id:N} is neither settled nor refunded");
            }
        }

        await CompareAsync("sales", Sales(teams), TeamMoney.Sales(campaign));
        await CompareAsync("prizes", -Prizes(teams), TeamMoney.Prizes(campaign));
        await CompareAsync(
            "customers",
            Prizes(teams) - Sales(teams) - teams.Sum(HeldOf),
            TeamMoney.Customers(campaign)
        );
        if (await ledger.SumAsync(tenant, default) is not 0 and var sum)
        {
            findings.Add($"the ledger sums to {sum}");
        }

        var free = teams.SelectMany(team => team.Seats).Select(seat => seat.FreeOrder).OfType<int>().Order().ToList();
        if (!free.SequenceEqual(Enumerable.Range(1, free.Count)))
        {
            findings.Add($"free orders are numbered {string.Join(", ", free)}");
        }

        return findings;

        async Task CompareAsync(string what, decimal expected, LedgerAccount account)
        {
            var balance = await ledger.BalanceAsync(tenant, account, default);
            if (balance != expected)
            {
                findings.Add($"{what}: {balance} instead of {expected}");
            }
        }
    }

    /// <summary>The figures of teams, counted by hand.</summary>
    public static IReadOnlyList<SizeFigures> FiguresOf(IReadOnlyList<Team> teams) =>
        [
            .. teams
                .GroupBy(team => team.Terms.Size)
                .OrderBy(size => size.Key)
                .Select(size => new SizeFigures(
                    size.Key,
                    size.Count(team => team.State == TeamState.Open),
                    size.Count(team => team.State == TeamState.Succeeded),
                    size.Count(team => team.State == TeamState.Expired),
                    size.Sum(team => team.Held.Count()),
                    size.SelectMany(team =>
                            team.Held.Where(seat => seat.IsNewCustomer && seat.ContactId != team.OpenerId)
                        )
                        .DistinctBy(seat => seat.ContactId)
                        .Count(),
                    size.SelectMany(team => team.Held)
                        .Where(seat => seat.FreeOrder is null)
                        .Sum(seat => seat.Price ?? 0)
                )),
        ];

    private static IEnumerable<string> FindingsOf(Team team, decimal held)
    {
        var seats = team.Held.ToList();
        if (
            seats.Count > team.Terms.Capacity
            || seats.DistinctBy(seat => seat.Place).Count() < seats.Count
            || seats.Exists(seat => seat.Place > team.Terms.Capacity)
        )
        {
            yield return "a seat was sold twice";
        }

        if (seats.DistinctBy(seat => seat.ContactId).Count() < seats.Count)
        {
            yield return "a customer has two seats";
        }

        if (
            team.State != TeamState.Expired
            && seats.Count(seat => seat.Role == SeatRole.Leader) != Math.Min(1, seats.Count)
        )
        {
            yield return "it has not exactly one leader";
        }

        if (
            team.State == TeamState.Succeeded
            && (team.Headcount < team.Terms.Size || team.Headcount > team.Terms.Capacity)
        )
        {
            yield return $"it came together with {team.Headcount}";
        }

        if (team is { State: TeamState.Expired, SettledAt: not null } && seats.Count > 0)
        {
            yield return "somebody was not refunded";
        }

        if (team is { State: TeamState.Succeeded, SettledAt: not null })
        {
            foreach (
                var seat in seats.Where(seat =>
                    seat.Price is null || seat.Price > team.Terms.PriceOf(SeatRole.Member, team.Headcount)
                )
            )
            {
                yield return $"seat {seat.Number} costs {seat.Price}";
            }
        }

        if (held != HeldOf(team))
        {
            yield return $"{held} are held instead of {HeldOf(team)}";
        }

        if (
            team.Draw is { } draw
            && draw.Winners.Except(team.Seats.Where(seat => seat.FreeOrder is not null).Select(seat => seat.Number))
                .Any()
        )
        {
            yield return "a winner got nothing";
        }
    }

    private static decimal HeldOf(Team team) => team.Held.Where(seat => seat.Price is null).Sum(seat => seat.Paid);

    // What was drawn to be free stays sold, and is paid by the prizes.
    private static decimal Sales(List<Team> teams) =>
        teams
            .SelectMany(team => team.Seats)
            .Where(seat => seat.IsHeld || seat.FreeOrder is not null)
            .Sum(seat => seat.Price ?? 0);

    private static decimal Prizes(List<Team> teams) =>
        teams.SelectMany(team => team.Seats).Where(seat => seat.FreeOrder is not null).Sum(seat => seat.Price ?? 0);
}
