namespace Workflows.Storage.Contacts;

/// <summary>One line of a contact's history.</summary>
internal sealed class HistoryRow
{
    public int Tenant { get; set; }

    /// <summary>The effect key; the database refuses the second line of one.</summary>
    public required string Key { get; set; }

    public Guid ContactId { get; set; }

    public short Kind { get; set; }

    public DateTimeOffset At { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    public required string By { get; set; }
}
