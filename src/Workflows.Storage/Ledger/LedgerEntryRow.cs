namespace Workflows.Storage.Ledger;

internal sealed class LedgerEntryRow
{
    public int Tenant { get; set; }

    public required string Key { get; set; }

    public int Number { get; set; }

    public required string Book { get; set; }

    public required string Owner { get; set; }

    /// <summary>Ten-thousandths of the currency unit: whole numbers are added alike by both databases.</summary>
    public long Units { get; set; }
}
