namespace Workflows.Storage.Messages;

/// <summary>A message: first a row of the outbox, then history.</summary>
internal sealed class MessageRow
{
    public long Id { get; set; }

    public int Tenant { get; set; }

    /// <summary>The effect key; the database refuses the second message of one.</summary>
    public required string Key { get; set; }

    public Guid ContactId { get; set; }

    /// <summary>The names the contact was known by, as JSON.</summary>
    public required string Recipient { get; set; }

    public required string Channel { get; set; }

    public required string Template { get; set; }

    public required string Text { get; set; }

    public required string Purpose { get; set; }

    public required string Journey { get; set; }

    public int JourneyVersion { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public short State { get; set; }

    public int Attempts { get; set; }

    /// <summary>The earliest next attempt; while leased, the end of the lease.</summary>
    public DateTimeOffset DueAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public string? Reference { get; set; }

    public string? LastError { get; set; }
}
