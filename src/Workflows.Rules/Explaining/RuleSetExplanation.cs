namespace Workflows.Rules.Explaining;

/// <summary>Why a rule set came to its decision: every rule with every part of its condition.</summary>
/// <param name="RuleSet">The rule set's name.</param>
/// <param name="Rule">The first rule that holds; null when none does.</param>
/// <param name="SuccessEvent">Its event.</param>
/// <param name="Why">What decided it, in one line: why the rule holds, or why the first few do not.</param>
/// <param name="Params">The parameters that all rules share.</param>
/// <param name="Rules">Every enabled rule, in the document's order.</param>
/// <param name="IsShortened">Whether parts were left out because the explanation would have become too long.</param>
public sealed record RuleSetExplanation(
    string RuleSet,
    string? Rule,
    string? SuccessEvent,
    string Why,
    IReadOnlyList<ParamExplanation> Params,
    IReadOnlyList<RuleExplanation> Rules,
    bool IsShortened
);
