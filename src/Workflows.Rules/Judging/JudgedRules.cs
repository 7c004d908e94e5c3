namespace Workflows.Rules.Judging;

/// <summary>What RulesEngine says about all rules of a set, in the document's order.</summary>
/// <param name="Rules">One entry a rule.</param>
public sealed record JudgedRules(IReadOnlyList<JudgedRule> Rules)
{
    /// <summary>The event of the first rule that holds: its success event, or its name; null when none holds.</summary>
    public string? SuccessEvent =>
        Rules.FirstOrDefault(rule => rule.IsSuccess) is { } first ? first.SuccessEvent ?? first.Rule : null;
}
