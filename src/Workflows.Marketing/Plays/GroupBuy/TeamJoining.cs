namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Taking seats: the leader's with the team, the others until the last one (S2-33).</summary>
internal static class TeamJoining
{
    /// <summary>Opens a team with its leader in it.</summary>
    /// <returns>The team, or why there is none.</returns>
    public static (TeamChange? Change, SeatAnswer Answer) Open(
        Guid id,
        GroupBuyTerms terms,
        string seed,
        SeatRequest request
    )
    {
        var team = new Team(id, request.ContactId, terms, seed, request.At);
        return request.Paid is { } paid && paid != terms.LeaderPrice
            ? (null, SeatAnswer.WrongPrice)
            : (Opened(team, request), SeatAnswer.Taken);
    }

    /// <summary>Takes a seat of an open team; the last one closes it.</summary>
    public static (TeamChange? Change, SeatAnswer Answer) Join(Team team, SeatRequest request)
    {
        var answer = Judge(team, request);
        return (answer == SeatAnswer.Taken ? Joined(team, request) : null, answer);
    }

    private static SeatAnswer Judge(Team team, SeatRequest request)
    {
        if (team.Seats.FirstOrDefault(seat => seat.Key.Equals(request.Key, StringComparison.Ordinal)) is { } known)
        {
            return known.ContactId == request.ContactId && known.Order.Equals(request.Order, StringComparison.Ordinal)
                ? SeatAnswer.Known
                : SeatAnswer.KeyTaken;
        }

        return team.Seats.Any(seat => seat.Order.Equals(request.Order, StringComparison.Ordinal)) ? SeatAnswer.KeyTaken
            : team.Held.Any(seat => seat.ContactId == request.ContactId) ? SeatAnswer.AlreadyIn
            : team.Held.Count() >= team.Terms.Capacity ? SeatAnswer.Full
            : team.State != TeamState.Open || request.At >= team.ClosesAt ? SeatAnswer.Over
            : request.Paid is { } paid && paid != team.Terms.MemberPrice ? SeatAnswer.WrongPrice
            : SeatAnswer.Taken;
    }

    private static TeamChange Opened(Team team, SeatRequest request)
    {
        var seat = SeatOf(team, request, SeatRole.Leader);
        var opened = team with { Seats = [seat] };
        return new TeamChange(opened)
        {
            Money = [.. TeamMoney.Pay(opened, seat)],
            News =
            [
                TeamTelling.Tell(
                    opened,
                    seat,
                    GroupBuyEvents.Opened,
                    request.At,
                    ("size", opened.Terms.Size),
                    ("capacity", opened.Terms.Capacity),
                    ("closesAt", opened.ClosesAt),
                    ("price", seat.Paid),
                    ("product", opened.Terms.Product)
                ),
            ],
        };
    }

    private static TeamChange Joined(Team team, SeatRequest request)
    {
        var seat = SeatOf(team, request, SeatRole.Member);
        var joined = team with { Seats = [.. team.Seats, seat] };
        var headcount = joined.Held.Count();
        List<TeamNews> news =
        [
            TeamTelling.Tell(
                joined,
                seat,
                GroupBuyEvents.Joined,
                request.At,
                ("missing", joined.Missing),
                ("closesAt", joined.ClosesAt),
                ("price", seat.Paid),
                ("isNew", seat.IsNewCustomer)
            ),
        ];
        if (joined.Leader is { } leader)
        {
            news.Add(
                TeamTelling.Tell(
                    joined,
                    seat with
                    {
                        ContactId = leader.ContactId,
                    },
                    GroupBuyEvents.Grew,
                    request.At,
                    ("missing", joined.Missing),
                    ("headcount", headcount)
                )
            );
        }

        return new TeamChange(joined) { Money = [.. TeamMoney.Pay(joined, seat)], News = news }.Then(grown =>
            headcount == grown.Terms.Capacity ? TeamClosing.Close(grown, request.At) : null
        );
    }

    private static TeamSeat SeatOf(Team team, SeatRequest request, SeatRole role)
    {
        var taken = team.Held.Select(seat => seat.Place).ToHashSet();
        return new TeamSeat(
            team.Seats.Count + 1,
            Enumerable.Range(1, team.Terms.Capacity).First(place => !taken.Contains(place)),
            request.Key,
            request.ContactId,
            request.Order,
            role,
            team.Terms.PriceOf(role),
            request.At
        )
        {
            IsNewCustomer = request.IsNewCustomer,
        };
    }
}
