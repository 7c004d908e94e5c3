namespace Workflows.Storage.Decisions;

/// <summary>What somebody decided for the whole company; it is added once and never changed.</summary>
internal sealed class DecisionLineRow
{
    public int Tenant { get; set; }

    public required string Book { get; set; }

    public int Number { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public required string Act { get; set; }

    public required string Value { get; set; }

    public string? Note { get; set; }

    public string? Sponsor { get; set; }

    /// <summary>A JSON object; null where there were no figures.</summary>
    public string? Figures { get; set; }
}
