namespace Workflows.Rules.Catalog;

/// <summary>What came of one rule.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="IsSuccess">Whether the rule holds.</param>
/// <param name="SuccessEvent">The event a decision follows (the rule's name where the document gives none); null when the rule does not hold.</param>
/// <param name="Output">What the rule's action worked out; null without one.</param>
/// <param name="Message">The author's error message filled in, or what went wrong while the rule was judged; null when there is nothing to say.</param>
/// <param name="Children">Results of nested rules; empty for a leaf.</param>
public sealed record RuleResult(
    string Rule,
    bool IsSuccess,
    string? SuccessEvent,
    object? Output,
    string? Message,
    IReadOnlyList<RuleResult> Children
)
{
    /// <summary>
    /// Whether an expression failed at run time (a missing value was dereferenced, a division by zero …).
    /// A faulted condition does not hold; a faulted action leaves <see cref="Output"/> null. <see cref="Message"/> says why.
    /// </summary>
    public bool IsFaulted { get; init; }
}
