namespace Workflows.Runtime.Execution;

/// <summary>An occasion has reached some more of those whom it concerns.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="ActivityId">The trigger.</param>
/// <param name="Occasion">The occasion's key.</param>
/// <param name="Guests">How many more.</param>
/// <param name="After">Where the page began.</param>
public sealed record OccasionSpread(string DefinitionId, string ActivityId, string Occasion, int Guests, string? After)
    : Effect($"occasion:{DefinitionId}:{ActivityId}:{Occasion}:{After}");
