using Workflows.Marketing.Ledger;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What happens to a team at once: the team afterwards, the money that moves, and who is told. One commit, or nothing.</summary>
/// <param name="Team">The team afterwards.</param>
public sealed record TeamChange(Team Team)
{
    /// <summary>The money that moves; the key of a transaction is made of what it is for.</summary>
    public IReadOnlyList<LedgerTransaction> Money { get; init; } = [];

    /// <summary>Who is told what.</summary>
    public IReadOnlyList<TeamNews> News { get; init; } = [];

    /// <summary>This, and then what happens next in the same moment.</summary>
    /// <param name="next">Decides by the team as this leaves it.</param>
    internal TeamChange Then(Func<Team, TeamChange?> next) =>
        next(Team) is { } more
            ? new TeamChange(more.Team) { Money = [.. Money, .. more.Money], News = [.. News, .. more.News] }
            : this;
}
