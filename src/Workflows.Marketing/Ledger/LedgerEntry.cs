namespace Workflows.Marketing.Ledger;

/// <summary>One side of a move: what one account gained or lost by it.</summary>
/// <param name="Number">Its place in the transaction, from 0; the two sides of a move stand beside each other.</param>
/// <param name="Account">The account.</param>
/// <param name="Amount">What it gained, in currency units; below zero what it lost.</param>
public sealed record LedgerEntry(int Number, LedgerAccount Account, decimal Amount);
