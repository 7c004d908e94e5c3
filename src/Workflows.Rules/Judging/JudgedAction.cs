namespace Workflows.Rules.Judging;

/// <summary>What came of asking one rule for its action.</summary>
/// <param name="Output">What the action worked out.</param>
/// <param name="Exception">Why the action failed; null when it did not.</param>
/// <param name="Rules">The rules that were asked: those an action asked first, the rule itself last.</param>
public sealed record JudgedAction(object? Output, Exception? Exception, IReadOnlyList<JudgedRule> Rules);
