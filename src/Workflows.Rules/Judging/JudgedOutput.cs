namespace Workflows.Rules.Judging;

/// <summary>What came of a rule's action.</summary>
/// <param name="Output">What it worked out; null without an action, or when it failed.</param>
/// <param name="Exception">Why it failed; null when it did not.</param>
public sealed record JudgedOutput(object? Output, Exception? Exception);
