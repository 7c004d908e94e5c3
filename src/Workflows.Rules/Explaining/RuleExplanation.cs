namespace Workflows.Rules.Explaining;

/// <summary>Why a rule holds or does not.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="State">Whether it holds; a rule that failed does not.</param>
/// <param name="SuccessEvent">The event a decision follows; null when the rule does not hold.</param>
/// <param name="Operator">How nested rules combine; null for a rule with a condition of its own.</param>
/// <param name="Params">The rule's own parameters.</param>
/// <param name="Condition">The condition; null for an operator over nested rules, and where a parameter had failed before.</param>
/// <param name="Children">The nested rules.</param>
/// <param name="Output">What the rule's action works out; null when the rule does not hold or has none.</param>
/// <param name="Failure">What failed, in words; null when nothing did.</param>
public sealed record RuleExplanation(
    string Rule,
    PartState State,
    string? SuccessEvent,
    string? Operator,
    IReadOnlyList<ParamExplanation> Params,
    PartExplanation? Condition,
    IReadOnlyList<RuleExplanation> Children,
    PartExplanation? Output,
    string? Failure
);
