namespace Workflows.Marketing.Ledger;

/// <summary>What lies in an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">Currency units; below zero where more was taken than given.</param>
public sealed record LedgerBalance(LedgerAccount Account, decimal Amount);
