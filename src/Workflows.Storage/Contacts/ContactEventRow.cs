namespace Workflows.Storage.Contacts;

/// <summary>An event as it was accepted: the inbox, and the contact's history.</summary>
internal sealed class ContactEventRow
{
    public int Tenant { get; set; }

    public required string Source { get; set; }

    public required string EventId { get; set; }

    public Guid ContactId { get; set; }

    public required string Type { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public string? Data { get; set; }
}
