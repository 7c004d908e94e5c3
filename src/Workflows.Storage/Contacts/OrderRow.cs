namespace Workflows.Storage.Contacts;

/// <summary>A paid order, as its event told it.</summary>
internal sealed class OrderRow
{
    public int Tenant { get; set; }

    public required string Source { get; set; }

    public required string EventId { get; set; }

    public Guid ContactId { get; set; }

    public DateTimeOffset PaidAt { get; set; }

    public int Quantity { get; set; }

    public decimal Amount { get; set; }
}
