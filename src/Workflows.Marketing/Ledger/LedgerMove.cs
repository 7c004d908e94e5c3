namespace Workflows.Marketing.Ledger;

/// <summary>Money that goes from one account to another: what one gets, the other has less, so that nothing is made or lost.</summary>
public sealed record LedgerMove
{
    /// <summary>Moves an amount.</summary>
    /// <param name="from">Where it is taken from; an account may go below zero.</param>
    /// <param name="to">Where it goes; another account.</param>
    /// <param name="amount">How much, in currency units; see <see cref="LedgerMoney.CanMove"/>.</param>
    /// <exception cref="ArgumentException">The two are one account, or the amount cannot be moved.</exception>
    public LedgerMove(LedgerAccount from, LedgerAccount to, decimal amount)
    {
        if (from == to)
        {
            throw new ArgumentException($"Money does not move from {from} to itself.", nameof(to));
        }

        if (!LedgerMoney.CanMove(amount))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "The ledger does not move this amount.");
        }

        (From, To, Amount) = (from, to, amount);
    }

    /// <summary>Where it is taken from.</summary>
    public LedgerAccount From { get; }

    /// <summary>Where it goes.</summary>
    public LedgerAccount To { get; }

    /// <summary>How much, in currency units; above zero.</summary>
    public decimal Amount { get; }
}
