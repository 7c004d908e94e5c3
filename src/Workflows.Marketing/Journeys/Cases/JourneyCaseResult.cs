namespace Workflows.Marketing.Journeys.Cases;

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Mismatches">What was otherwise than expected, one sentence each; empty when the case passed.</param>
public sealed record JourneyCaseResult(JourneyCase Case, IReadOnlyList<string> Mismatches)
{
    /// <summary>What happened; null where the journey went round and round.</summary>
    public ContactRun? Run { get; init; }

    /// <summary>Whether everything was as expected.</summary>
    public bool Passed => Mismatches.Count == 0;
}
