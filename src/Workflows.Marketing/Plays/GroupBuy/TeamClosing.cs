namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Closing a team: full, its time over, or nobody left (S2-33).</summary>
internal static class TeamClosing
{
    /// <summary>Closes a team that is full, whose time is over, or in which nobody is left; null for any other.</summary>
    public static TeamChange? Close(Team team, DateTimeOffset now)
    {
        var members = team.Held.ToList();
        var isOver = members.Count == 0 || members.Count >= team.Terms.Capacity || now >= team.ClosesAt;
        return team.State == TeamState.Open && isOver
            ? Closed(team, members.Count >= team.Terms.Size ? TeamState.Succeeded : TeamState.Expired, now)
            : null;
    }

    /// <summary>Gives an open team up, however many are in it; null for any other.</summary>
    public static TeamChange? Expire(Team team, DateTimeOffset now) =>
        team.State == TeamState.Open ? Closed(team, TeamState.Expired, now) : null;

    private static TeamChange Closed(Team team, TeamState state, DateTimeOffset now)
    {
        var members = team.Held.ToList();
        var closed = team with { State = state, ClosedAt = now, Headcount = members.Count };
        return new TeamChange(closed)
        {
            News =
            [
                TeamTelling.TellOpener(
                    closed,
                    GroupBuyEvents.Closed,
                    now,
                    ("state", state.ToString()),
                    ("headcount", members.Count)
                ),
                .. members.Select(seat =>
                    TeamTelling.Tell(
                        closed,
                        seat,
                        state == TeamState.Succeeded ? GroupBuyEvents.Succeeded : GroupBuyEvents.Expired,
                        now,
                        ("role", TeamTelling.Word(seat.Role)),
                        ("headcount", members.Count),
                        ("paid", seat.Paid)
                    )
                ),
            ],
        };
    }
}
