namespace Workflows.Storage.Contacts;

/// <summary>One approval of one subscribe message; written with its event, used by one message.</summary>
internal sealed class SubscriptionGrantRow
{
    public long Id { get; set; }

    public int Tenant { get; set; }

    public required string EventSource { get; set; }

    public required string EventId { get; set; }

    /// <summary>Which of the event's approvals it is, from 0.</summary>
    public int Part { get; set; }

    public Guid ContactId { get; set; }

    public required string Channel { get; set; }

    public required string Template { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The message that uses it, or null.</summary>
    public string? MessageKey { get; set; }

    /// <summary>When the platform said that it is not good any more, or null.</summary>
    public DateTimeOffset? VoidAt { get; set; }
}
