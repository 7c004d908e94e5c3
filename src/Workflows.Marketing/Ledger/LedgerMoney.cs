namespace Workflows.Marketing.Ledger;

/// <summary>What the ledger can count: up to four decimals, so that every database adds up exactly.</summary>
public static class LedgerMoney
{
    /// <summary>The largest amount of one move, in currency units.</summary>
    public const decimal Largest = 100_000_000_000m;

    private const decimal UnitsInOne = 10_000m;

    /// <summary>Whether an amount can be moved: above zero, at most <see cref="Largest"/>, with at most four decimals.</summary>
    public static bool CanMove(decimal amount) =>
        amount is > 0 and <= Largest && decimal.Truncate(amount * UnitsInOne) == amount * UnitsInOne;

    /// <summary>An amount in ten-thousandths of the currency unit.</summary>
    public static long ToUnits(decimal amount) => decimal.ToInt64(amount * UnitsInOne);

    /// <summary>An amount that was kept in ten-thousandths.</summary>
    public static decimal FromUnits(long units) => units / UnitsInOne;
}
