using Workflows.Rules.Analysis;

namespace Workflows.Rules.Comparison;

/// <summary>One change between two versions.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Rule">The rule in the new version, or the old one if it is gone; null for what belongs to the whole set.</param>
/// <param name="Message">The change in a sentence.</param>
/// <param name="Before">How it was; null where there was nothing.</param>
/// <param name="After">How it is; null where there is nothing.</param>
public sealed record RuleChange(ChangeKind Kind, string? Rule, Wording Message, string? Before, string? After);
