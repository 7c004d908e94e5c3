namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Settling a team that came together: what each seat costs in the end, the difference given back (S2-28, S2-32).</summary>
internal static class TeamSettling
{
    /// <summary>Settles; null where the team did not come together, or is settled.</summary>
    public static TeamChange? Settle(Team team, DateTimeOffset now) =>
        team is { State: TeamState.Succeeded, SettledAt: null }
            ? team
                .Held.Aggregate(new TeamChange(team), (change, seat) => change.Then(next => Settle(next, seat, now)))
                .Then(settled => new TeamChange(settled with { SettledAt = now }))
            : null;

    private static TeamChange Settle(Team team, TeamSeat seat, DateTimeOffset now)
    {
        var price = team.Terms.PriceOf(seat.Role, team.Headcount);
        return new TeamChange(team.With(seat with { Price = price }))
        {
            Money = [.. TeamMoney.Settle(team, seat, price, now)],
            News =
            [
                .. TeamTelling.GiveBack(team, seat, seat.Paid - price, RefundReason.Difference, now),
                TeamTelling.Tell(
                    team,
                    seat,
                    GroupBuyEvents.Settled,
                    now,
                    ("price", price),
                    ("headcount", team.Headcount)
                ),
            ],
        };
    }
}
