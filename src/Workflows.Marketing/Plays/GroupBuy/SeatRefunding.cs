namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Giving money back: one seat's when the shop says so, or everybody's in full when the team did not come together.</summary>
internal static class SeatRefunding
{
    /// <summary>Refunds one seat; the leader's successor is whoever has been in the team longest (S2-28).</summary>
    /// <returns>Null where no such seat is held.</returns>
    public static TeamChange? One(Team team, string order, DateTimeOffset now) =>
        team.Held.FirstOrDefault(seat => seat.Order.Equals(order, StringComparison.Ordinal)) is { } seat
            ? Refunded(team, seat, team.State == TeamState.Expired ? RefundReason.Expired : RefundReason.Returned, now)
                .Then(smaller => Succeed(smaller, seat, now))
                .Then(smaller => TeamClosing.Close(smaller, now))
            : null;

    /// <summary>Ends a team that did not come together, and refunds everybody in full; null where it came together, and where it was done.</summary>
    public static TeamChange? All(Team team, DateTimeOffset now) =>
        team is { State: not TeamState.Succeeded, SettledAt: null }
            ? new TeamChange(team)
                .Then(open => TeamClosing.Expire(open, now))
                .Then(closed =>
                    closed.Held.Aggregate(
                        new TeamChange(closed),
                        (change, seat) => change.Then(left => Refunded(left, seat, RefundReason.Expired, now))
                    )
                )
                .Then(left => new TeamChange(left with { SettledAt = now }))
            : null;

    private static TeamChange Refunded(Team team, TeamSeat seat, RefundReason reason, DateTimeOffset now)
    {
        // A free order was given back when it was drawn.
        var amount = seat.FreeOrder is null ? seat.Price ?? seat.Paid : 0m;
        return new TeamChange(team.With(seat with { Status = SeatStatus.Refunded }))
        {
            Money = [.. TeamMoney.GiveBack(team, seat, amount, now)],
            News = [.. TeamTelling.GiveBack(team, seat, amount, reason, now)],
        };
    }

    private static TeamChange? Succeed(Team team, TeamSeat gone, DateTimeOffset now)
    {
        if (
            gone.Role != SeatRole.Leader
            || team.Held.FirstOrDefault() is not { } heir
            || team.State == TeamState.Expired
        )
        {
            return null;
        }

        // Who leads pays the leader's price; once the team is settled, prices stay as they are.
        var leader = heir with
        {
            Role = SeatRole.Leader,
        };
        return new TeamChange(team.With(leader))
        {
            News =
            [
                TeamTelling.Tell(
                    team,
                    leader,
                    GroupBuyEvents.LeaderChanged,
                    now,
                    ("price", leader.Price ?? team.Terms.LeaderPrice)
                ),
            ],
        };
    }
}
