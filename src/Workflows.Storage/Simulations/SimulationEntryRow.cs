namespace Workflows.Storage.Simulations;

/// <summary>A line about the simulations of a journey; it is added once and never changed.</summary>
internal sealed class SimulationEntryRow
{
    public int Tenant { get; set; }

    public required string Journey { get; set; }

    public int Number { get; set; }

    public short Step { get; set; }

    public required string Content { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public int Cases { get; set; }

    public string? Note { get; set; }
}
