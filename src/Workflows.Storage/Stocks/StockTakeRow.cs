namespace Workflows.Storage.Stocks;

/// <summary>One that a message took.</summary>
internal sealed class StockTakeRow
{
    public int Tenant { get; set; }

    /// <summary>The message's key.</summary>
    public required string Key { get; set; }

    public required string Stock { get; set; }
}
