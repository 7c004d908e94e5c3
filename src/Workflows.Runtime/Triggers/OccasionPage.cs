namespace Workflows.Runtime.Triggers;

/// <summary>Some of those whom an occasion concerns.</summary>
/// <param name="Guests">Each once.</param>
/// <param name="Next">Where to go on; null when these were the last.</param>
public sealed record OccasionPage(IReadOnlyList<OccasionGuest> Guests, string? Next);
