using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Host.GroupBuys;

/// <summary>A team.</summary>
internal sealed record TeamBody(
    string Id,
    string Campaign,
    TeamState State,
    int Size,
    int Capacity,
    int Missing,
    int Headcount,
    decimal SinglePrice,
    decimal MemberPrice,
    decimal LeaderPrice,
    IReadOnlyList<HeadcountPrice> Tiers,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? SettledAt,
    IReadOnlyList<TakenSeatBody> Seats,
    LotBody Lot
)
{
    public static TeamBody From(Team team) =>
        new(
            $"{team.Id:N}",
            team.Terms.Campaign,
            team.State,
            team.Terms.Size,
            team.Terms.Capacity,
            team.State == TeamState.Open ? team.Missing : 0,
            team.Held.Count(),
            team.Terms.SinglePrice,
            team.Terms.MemberPrice,
            team.Terms.LeaderPrice,
            team.Terms.Tiers,
            team.OpenedAt,
            team.ClosesAt,
            team.ClosedAt,
            team.SettledAt,
            [.. team.Seats.Select(TakenSeatBody.From)],
            LotBody.From(team)
        );
}
