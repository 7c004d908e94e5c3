namespace Workflows.Storage.GroupBuy;

/// <summary>Something that is to be told outside.</summary>
internal sealed class TeamNewsRow
{
    public long Id { get; set; }

    public int Tenant { get; set; }

    /// <summary>Its name; the database refuses the second one.</summary>
    public required string Key { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Whom it is told; null where the shop is asked for a refund.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>The event's type; null where the shop is asked for a refund.</summary>
    public string? Type { get; set; }

    /// <summary>The event's data, or the refund, as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>When it is to be delivered, or offered again.</summary>
    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }
}
