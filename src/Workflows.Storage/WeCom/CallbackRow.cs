namespace Workflows.Storage.WeCom;

/// <summary>One of WeCom's events as it came, and what became of it.</summary>
internal sealed class CallbackRow
{
    public long Id { get; set; }

    public int Tenant { get; set; }

    /// <summary>The hash of all the event says; the database refuses the second one.</summary>
    public required string Key { get; set; }

    public required string Event { get; set; }

    public required string ChangeType { get; set; }

    public required string Xml { get; set; }

    /// <summary>Whom the welcome code greets; null without a code.</summary>
    public string? Customer { get; set; }

    /// <summary>In whose name; null without a code.</summary>
    public string? Staff { get; set; }

    public string? WelcomeCode { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public short State { get; set; }

    public int Attempts { get; set; }

    /// <summary>The earliest next attempt; while leased, the end of the lease.</summary>
    public DateTimeOffset DueAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public string? LastError { get; set; }
}
