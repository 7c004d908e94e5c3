namespace Workflows.Storage.Contacts;

/// <summary>One line of the ledger of consent; it is written with its event and never changed.</summary>
internal sealed class ConsentRow
{
    public int Tenant { get; set; }

    public required string EventSource { get; set; }

    public required string EventId { get; set; }

    public Guid ContactId { get; set; }

    public string? Channel { get; set; }

    public string? Purpose { get; set; }

    public bool IsGranted { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Where it was said.</summary>
    public string? Source { get; set; }

    public string? TextVersion { get; set; }

    public string? StaffId { get; set; }
}
