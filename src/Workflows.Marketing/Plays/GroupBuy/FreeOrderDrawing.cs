namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Drawing free orders among the members of a settled team, once (S2-31).</summary>
internal static class FreeOrderDrawing
{
    /// <summary>Draws; null where the team is not settled, did not come together, or has drawn.</summary>
    /// <param name="team">The team.</param>
    /// <param name="odds">The chance of each seat, from 0 to 1.</param>
    /// <param name="quota">How many free orders the campaign has in all.</param>
    /// <param name="given">How many of them are given.</param>
    /// <param name="now">When.</param>
    public static TeamChange? Draw(Team team, double odds, int quota, int given, DateTimeOffset now)
    {
        if (team is not { State: TeamState.Succeeded, SettledAt: not null, Draw: null })
        {
            return null;
        }

        var left = Math.Max(0, quota - given);
        var winners = FreeOrderLot.Winners(team.Seed, team.Id, team.Held.Select(seat => seat.Number), odds, left);
        var drawn = team with { Draw = new FreeOrderDraw(now, odds, left, winners) };
        return winners
            .Index()
            .Aggregate(
                new TeamChange(drawn),
                (change, winner) => change.Then(next => Give(next, winner.Item, given + winner.Index + 1, now))
            );
    }

    private static TeamChange Give(Team team, int number, int freeOrder, DateTimeOffset now)
    {
        var seat = team.Seats.Single(seat => seat.Number == number) with { FreeOrder = freeOrder };
        var amount = seat.Price ?? seat.Paid;
        return new TeamChange(team.With(seat))
        {
            Money = [.. TeamMoney.Free(team, seat, now)],
            News =
            [
                .. TeamTelling.GiveBack(team, seat, amount, RefundReason.FreeOrder, now),
                TeamTelling.Tell(team, seat, GroupBuyEvents.FreeOrder, now, ("amount", amount), ("seed", team.Seed)),
            ],
        };
    }
}
