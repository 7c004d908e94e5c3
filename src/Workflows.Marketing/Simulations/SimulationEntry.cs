namespace Workflows.Marketing.Simulations;

/// <summary>A line about the simulations of a journey; lines are added and never changed: they are its audit log.</summary>
/// <param name="Journey">The journey's definition id.</param>
/// <param name="Number">From 1; a journey has no two lines of one number.</param>
/// <param name="Step">What happened.</param>
/// <param name="Content">The hash of what the journey said then, as <see cref="JourneyContent"/> makes it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
public sealed record SimulationEntry(
    string Journey,
    int Number,
    SimulationStep Step,
    string Content,
    DateTimeOffset At,
    string By
)
{
    /// <summary>How many cases were played; 0 for a waiver.</summary>
    public int Cases { get; init; }

    /// <summary>What came otherwise than expected, or why it was waived; null where there is nothing to say.</summary>
    public string? Note { get; init; }
}
