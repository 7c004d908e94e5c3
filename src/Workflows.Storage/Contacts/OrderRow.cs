namespace Workflows.Storage.Contacts;

/// <summary>What the events of a contact say of one order.</summary>
internal sealed class OrderRow
{
    public int Tenant { get; set; }

    public required string Source { get; set; }

    /// <summary>The order's number in its source.</summary>
    public required string Number { get; set; }

    public Guid ContactId { get; set; }

    /// <summary>Null while only a refund was heard of.</summary>
    public DateTimeOffset? PaidAt { get; set; }

    public int Quantity { get; set; }

    /// <summary>What was paid.</summary>
    public decimal Paid { get; set; }

    /// <summary>What of it was kept; 0 where the order does not count.</summary>
    public decimal Amount { get; set; }

    /// <summary>Whether it is paid and not refunded in full.</summary>
    public bool Counts { get; set; }

    /// <summary>A JSON array of objects: what was given back.</summary>
    public required string Refunds { get; set; }

    /// <summary>A JSON array of objects: what was bought.</summary>
    public required string Lines { get; set; }
}
