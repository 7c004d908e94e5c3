using Workflows.Marketing.Rollouts;

namespace Workflows.Host.Api.Rollouts;

/// <summary>What happened to a pilot.</summary>
/// <param name="Step">Begun, Passed, Held or Overridden.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Figures">The figures that were scored.</param>
/// <param name="Note">What the scorecard misses, or why it was overridden.</param>
internal sealed record PilotLineBody(string Step, DateTimeOffset At, string By, PilotFigures? Figures, string? Note)
{
    public static PilotLineBody From(PilotEntry entry) =>
        new(entry.Step.ToString(), entry.At, entry.By, entry.Figures, entry.Note);
}
