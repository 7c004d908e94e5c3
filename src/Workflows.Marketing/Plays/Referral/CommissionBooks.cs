using System.Globalization;
using Workflows.Marketing.Ledger;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>How commissions stand in the ledger: what a program costs on one side, what is owed to each distributor on the other.</summary>
public static class CommissionBooks
{
    /// <summary>The book of what programs cost; its owners are programs.</summary>
    public const string Cost = "referral.cost";

    /// <summary>The book of what is owed to distributors.</summary>
    public const string Owed = "referral.owed";

    /// <summary>What a program costs.</summary>
    public static LedgerAccount CostOf(string program) => new(Cost, program);

    /// <summary>What is owed to a distributor.</summary>
    public static LedgerAccount OwedTo(string program, Guid member) => new(Owed, $"{program}:{member:N}");

    /// <summary>What the transactions of a distributor are found by.</summary>
    public static string Reference(string program, Guid member) => $"{program}:{member:N}";

    /// <summary>What the last change of a commission moves; null where it changed nothing.</summary>
    public static LedgerTransaction? Move(string program, Commission one, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(one);
        var (cost, owed) = (CostOf(program), OwedTo(program, one.MemberId));
        return one.Change == 0m
            ? null
            : new LedgerTransaction(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"referral:{program}:{one.Source}:{one.Number}:{(int)one.Level}:{one.Revision}"
                ),
                now,
                one.Change > 0m ? ReferralEvents.Earned : ReferralEvents.TakenBack,
                Reference(program, one.MemberId),
                [one.Change > 0m ? new LedgerMove(cost, owed, one.Change) : new LedgerMove(owed, cost, -one.Change)]
            );
    }
}
