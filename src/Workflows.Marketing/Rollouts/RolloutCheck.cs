using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Rollouts;

/// <summary>Nothing is copied before its pilot passed (S1-23): a journey goes to the pilot's stores only, until the scorecard or the headquarters open it.</summary>
/// <param name="pilots">The pilots.</param>
public sealed class RolloutCheck(PilotDesk pilots) : IDefinitionCheck
{
    private const string Path = "$.customProperties.rollout";
    private const int MostNamed = 5;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!Rollout.IsSaid(graph.Definition))
        {
            return [];
        }

        if (Rollout.Read(graph.Definition) is not { } rollout)
        {
            return
            [
                Found(
                    RolloutCodes.Unreadable,
                    "The rollout does not say its pilot and its stores.",
                    Path,
                    "Write { \"pilot\": \"spring\", \"stores\": [\"s-01\"] }, or \"stores\": \"all\"."
                ),
            ];
        }

        if (await pilots.FindAsync(rollout.Pilot, cancellationToken) is not { } pilot)
        {
            return
            [
                Found(
                    RolloutCodes.NoPilot,
                    $"There is no pilot '{rollout.Pilot}'.",
                    $"{Path}.pilot",
                    "Begin it first, in the stores in which it is tried."
                ),
            ];
        }

        return Beyond(rollout, pilot) is { } beyond && !pilot.IsOpen ? [NotPassed(pilot, beyond)] : [];
    }

    private static string? Beyond(Rollout rollout, Pilot pilot)
    {
        if (rollout.Stores is null)
        {
            return "…";
        }

        string[] more = [.. rollout.Stores.Except(pilot.Stores, StringComparer.Ordinal)];
        return more.Length == 0
            ? null
            : string.Join(", ", more.Take(MostNamed)) + (more.Length > MostNamed ? " …" : "");
    }

    private static Diagnostic NotPassed(Pilot pilot, string beyond) =>
        pilot.LastScored is { Figures: { } figures } scored
            ? Found(
                RolloutCodes.NotPassed,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The pilot '{pilot.Name}' has not passed (days {figures.Days}, stores {figures.Stores}, sales {figures.Sales:0.##}, fanGrowth {figures.FanGrowth:0.##}, addFanRate {figures.AddFanRate:0.##}; short of {scored.Note}); the journey would go beyond its {pilot.Stores.Count} stores: {beyond}."
                ),
                $"{Path}.stores",
                "Keep to the pilot's stores until its scorecard passes, or have an administrator override it with a reason."
            )
            : Found(
                RolloutCodes.NotPassed,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The pilot '{pilot.Name}' has not been scored; the journey would go beyond its {pilot.Stores.Count} stores: {beyond}."
                ),
                $"{Path}.stores",
                "Keep to the pilot's stores until its scorecard passes, or have an administrator override it with a reason."
            );

    private static Diagnostic Found(string code, string message, string path, string remedy) =>
        new(code, message, path, Remedy: remedy) { Source = "S1-23" };
}
