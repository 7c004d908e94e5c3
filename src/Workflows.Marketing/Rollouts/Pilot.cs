namespace Workflows.Marketing.Rollouts;

/// <summary>How a pilot stands, from its lines.</summary>
/// <param name="Entries">The lines, in their order; one at least.</param>
public sealed record Pilot(IReadOnlyList<PilotEntry> Entries)
{
    /// <summary>Its name.</summary>
    public string Name => Entries[0].Pilot;

    /// <summary>Its stores.</summary>
    public IReadOnlyList<string> Stores => Entries[0].Stores;

    /// <summary>Whether what it tries may go to more stores: the last line says so.</summary>
    public bool IsOpen => Entries[^1].Step is PilotStep.Passed or PilotStep.Overridden;

    /// <summary>The line of the last scoring, or null.</summary>
    public PilotEntry? LastScored => Entries.LastOrDefault(entry => entry.Step is PilotStep.Passed or PilotStep.Held);
}
