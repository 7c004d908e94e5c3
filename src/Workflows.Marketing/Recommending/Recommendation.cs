namespace Workflows.Marketing.Recommending;

/// <summary>A candidate that a model recommends.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Score">How well it fits, above 0: the higher, the better. Only the order counts.</param>
/// <param name="Reason">Why, for example the success event of the rule that held; null where the model does not say.</param>
public sealed record Recommendation(Candidate Candidate, double Score, string? Reason = null);
