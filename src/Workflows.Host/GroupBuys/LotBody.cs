using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Host.GroupBuys;

/// <summary>A team's lot: what it takes to draw it again. A seat's number is the first 53 bits of the SHA-256 of seed, team and seat, a line each, over 2^53.</summary>
/// <param name="Commitment">The SHA-256 of the seed, shown from the beginning.</param>
/// <param name="Seed">The seed, once it is drawn.</param>
/// <param name="Odds">The chance of each seat.</param>
/// <param name="Quota">How many free orders the campaign had left.</param>
/// <param name="Winners">The numbers of the seats that won.</param>
/// <param name="DrawnAt">When.</param>
internal sealed record LotBody(
    string Commitment,
    string? Seed,
    double? Odds,
    int? Quota,
    IReadOnlyList<int>? Winners,
    DateTimeOffset? DrawnAt
)
{
    public static LotBody From(Team team) =>
        new(
            FreeOrderLot.CommitmentOf(team.Seed),
            team.Draw is null ? null : team.Seed,
            team.Draw?.Odds,
            team.Draw?.Quota,
            team.Draw?.Winners,
            team.Draw?.At
        );
}
