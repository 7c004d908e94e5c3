namespace Workflows.Conformance.RuleFiles;

/// <summary>What the product says to a case.</summary>
/// <param name="Stance">Whether it answers.</param>
/// <param name="Differences">Where an answer differs from the recorded one.</param>
/// <param name="Reason">Why it does not answer.</param>
internal sealed record ProductAnswer(Stance Stance, IReadOnlyList<Difference> Differences, string? Reason = null);
