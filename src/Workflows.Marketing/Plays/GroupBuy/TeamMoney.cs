using System.Globalization;
using Workflows.Marketing.Ledger;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>The accounts of a group-buy, and what each of its steps moves between them.</summary>
public static class TeamMoney
{
    /// <summary>What customers paid and got back; below zero by what lies in the other accounts.</summary>
    public static LedgerAccount Customers(string campaign) => new("groupbuy.customers", campaign);

    /// <summary>What is held for a team until it is known whether it comes together.</summary>
    public static LedgerAccount Held(Guid team) =>
        new("groupbuy.held", team.ToString("N", CultureInfo.InvariantCulture));

    /// <summary>What was sold.</summary>
    public static LedgerAccount Sales(string campaign) => new("groupbuy.sales", campaign);

    /// <summary>What free orders cost; below zero.</summary>
    public static LedgerAccount Prizes(string campaign) => new("groupbuy.prizes", campaign);

    internal static IEnumerable<LedgerTransaction> Pay(Team team, TeamSeat seat) =>
        Of(team, seat, "paid", seat.TakenAt, (Customers(team.Terms.Campaign), Held(team.Id), seat.Paid));

    internal static IEnumerable<LedgerTransaction> GiveBack(
        Team team,
        TeamSeat seat,
        decimal amount,
        DateTimeOffset at
    ) => Of(team, seat, "refunded", at, (SourceOf(team, seat), Customers(team.Terms.Campaign), amount));

    internal static IEnumerable<LedgerTransaction> Settle(Team team, TeamSeat seat, decimal price, DateTimeOffset at) =>
        Of(
            team,
            seat,
            "settled",
            at,
            (Held(team.Id), Customers(team.Terms.Campaign), seat.Paid - price),
            (Held(team.Id), Sales(team.Terms.Campaign), price)
        );

    internal static IEnumerable<LedgerTransaction> Free(Team team, TeamSeat seat, DateTimeOffset at) =>
        Of(
            team,
            seat,
            "free",
            at,
            (Prizes(team.Terms.Campaign), Customers(team.Terms.Campaign), seat.Price ?? seat.Paid)
        );

    /// <summary>The name of something that happens to a seat once in its life.</summary>
    internal static string KeyOf(Team team, TeamSeat seat, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"groupbuy/{team.Id:N}/{seat.Number}/{what}");

    private static LedgerAccount SourceOf(Team team, TeamSeat seat) =>
        seat.Price is null
            ? Held(team.Id)
            // What was free is taken back by nobody but who gave it.
            : Sales(team.Terms.Campaign);

    private static IEnumerable<LedgerTransaction> Of(
        Team team,
        TeamSeat seat,
        string what,
        DateTimeOffset at,
        params (LedgerAccount From, LedgerAccount To, decimal Amount)[] moves
    )
    {
        LedgerMove[] real =
        [
            .. moves.Where(move => move.Amount > 0).Select(move => new LedgerMove(move.From, move.To, move.Amount)),
        ];
        // Goods may be free, for the leader for example.
        return real.Length == 0
            ? []
            :
            [
                new LedgerTransaction(
                    KeyOf(team, seat, what),
                    at,
                    $"groupbuy.{what}",
                    team.Id.ToString("N", CultureInfo.InvariantCulture),
                    real
                ),
            ];
    }
}
