using Workflows.Marketing.Journeys.Cases;

namespace Workflows.Host.Api.Simulations;

/// <summary>What came of one case.</summary>
/// <param name="Name">The case.</param>
/// <param name="Mismatches">What came otherwise than expected.</param>
/// <param name="Messages">What would have been sent, in order.</param>
internal sealed record SimulatedCaseBody(
    string Name,
    IReadOnlyList<string> Mismatches,
    IReadOnlyList<SimulatedMessageBody> Messages
)
{
    public static SimulatedCaseBody From(JourneyCaseResult result) =>
        new(result.Case.Name, result.Mismatches, [.. (result.Run?.Messages ?? []).Select(SimulatedMessageBody.From)]);
}
