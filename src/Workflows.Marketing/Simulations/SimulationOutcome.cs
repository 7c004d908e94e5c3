using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys.Cases;

namespace Workflows.Marketing.Simulations;

/// <summary>What came of a simulation.</summary>
/// <param name="Entry">The line that was written; null where there is nothing to write down.</param>
/// <param name="Results">What came of each case.</param>
/// <param name="Diagnostics">Why nothing was written; empty where it was.</param>
public sealed record SimulationOutcome(
    SimulationEntry? Entry,
    IReadOnlyList<JourneyCaseResult> Results,
    IReadOnlyList<Diagnostic> Diagnostics
);
