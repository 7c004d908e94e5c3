namespace Workflows.Storage.Rollouts;

/// <summary>A line about a pilot; it is added once and never changed.</summary>
internal sealed class PilotEntryRow
{
    public int Tenant { get; set; }

    public required string Pilot { get; set; }

    public int Number { get; set; }

    public short Step { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    /// <summary>A JSON array of texts: the stores.</summary>
    public required string Stores { get; set; }

    /// <summary>A JSON object: the figures; null where none were told.</summary>
    public string? Figures { get; set; }

    public string? Note { get; set; }
}
