namespace Workflows.Marketing.Rollouts;

/// <summary>A line about a pilot; lines are added and never changed: they are its audit log.</summary>
/// <param name="Pilot">The pilot's name: lower case letters, digits and hyphens, at most 64.</param>
/// <param name="Number">From 1; a pilot has no two lines of one number.</param>
/// <param name="Step">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
public sealed record PilotEntry(string Pilot, int Number, PilotStep Step, DateTimeOffset At, string By)
{
    /// <summary>The pilot's stores, on its first line; empty on all others.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>The figures, where it was scored; else null.</summary>
    public PilotFigures? Figures { get; init; }

    /// <summary>What the scorecard misses, or why it was overridden; null where there is nothing to say.</summary>
    public string? Note { get; init; }
}
