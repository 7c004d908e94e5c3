using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Simulations;

/// <summary>
/// Where an installation asks for it, a journey that reaches customers is published only as it was simulated, or with a waiver (S0-62). A change of what it says
/// takes another simulation.
/// </summary>
/// <param name="desk">What was simulated.</param>
public sealed class SimulationCheck(SimulationDesk desk) : IDefinitionCheck
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!new JourneyMap(graph).Blocks.Any(PlayBlocks.ReachesCustomers))
        {
            return [];
        }

        return await desk.FindAsync(graph.Definition, cancellationToken) switch
        {
            null =>
            [
                Found(
                    SimulationCodes.NotSimulated,
                    "The journey reaches customers and was not simulated as it is now.",
                    "Simulate it with the events of some contacts, or have an administrator waive that with a reason."
                ),
            ],
            { Step: SimulationStep.Failed, Note: var note } =>
            [
                Found(
                    SimulationCodes.Failed,
                    $"The last simulation came otherwise than expected: {note}",
                    "Mend the journey or the expectation and simulate it again, or have an administrator waive that with a reason."
                ),
            ],
            _ => [],
        };
    }

    private static Diagnostic Found(string code, string message, string remedy) =>
        new(code, message, "$", Remedy: remedy) { Source = "S0-62" };
}
