namespace Workflows.Storage.Ledger;

internal sealed class LedgerTransactionRow
{
    public int Tenant { get; set; }

    /// <summary>The transaction's name; the database refuses the second one.</summary>
    public required string Key { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Kind { get; set; }

    public required string Reference { get; set; }
}
