namespace Workflows.Storage.Stocks;

/// <summary>A counter of a limited value.</summary>
internal sealed class StockRow
{
    public int Tenant { get; set; }

    public required string Name { get; set; }

    public int Total { get; set; }

    public int Taken { get; set; }

    public DateTimeOffset? EndsAt { get; set; }
}
