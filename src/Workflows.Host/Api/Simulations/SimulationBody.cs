using Workflows.Marketing.Simulations;

namespace Workflows.Host.Api.Simulations;

/// <summary>What came of a simulation.</summary>
/// <param name="Line">The line that was written.</param>
/// <param name="Cases">What came of each case.</param>
internal sealed record SimulationBody(SimulationLineBody Line, IReadOnlyList<SimulatedCaseBody> Cases)
{
    public static SimulationBody From(SimulationOutcome outcome) =>
        new(SimulationLineBody.From(outcome.Entry!), [.. outcome.Results.Select(SimulatedCaseBody.From)]);
}
