namespace Workflows.Marketing.Launches;

/// <summary>The orders of a time, added up.</summary>
/// <param name="Orders">How many.</param>
/// <param name="Pieces">How many pieces of the product, or of all goods.</param>
/// <param name="Amount">What was paid and kept, in currency units.</param>
/// <param name="Latest">The latest of them, the latest first.</param>
public sealed record OrderFigures(int Orders, int Pieces, decimal Amount, IReadOnlyList<ToldOrder> Latest);
