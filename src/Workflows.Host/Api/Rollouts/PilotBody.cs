using Workflows.Marketing.Rollouts;

namespace Workflows.Host.Api.Rollouts;

/// <summary>A pilot as the API shows it.</summary>
/// <param name="Name">Its name, as journeys name it in <c>rollout.pilot</c>.</param>
/// <param name="Stores">The ids of its stores.</param>
/// <param name="IsOpen">Whether what it tries may go to more stores.</param>
/// <param name="Log">Everything that happened to it, the first first.</param>
internal sealed record PilotBody(
    string Name,
    IReadOnlyList<string> Stores,
    bool IsOpen,
    IReadOnlyList<PilotLineBody> Log
)
{
    public static PilotBody From(Pilot pilot) =>
        new(pilot.Name, pilot.Stores, pilot.IsOpen, [.. pilot.Entries.Select(PilotLineBody.From)]);
}
