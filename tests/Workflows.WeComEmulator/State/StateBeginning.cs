namespace Workflows.WeComEmulator.State;

/// <summary>The first line of a state file: which company it is about, and when it was founded.</summary>
/// <param name="Company">A fingerprint of the seed.</param>
/// <param name="Dice">The seed of all chance.</param>
/// <param name="FoundedAt">When the company was founded.</param>
internal sealed record StateBeginning(string Company, int Dice, DateTimeOffset FoundedAt);
