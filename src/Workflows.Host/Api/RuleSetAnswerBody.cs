using Workflows.Rules.Catalog;
using Workflows.Rules.Values;

namespace Workflows.Host.Api;

/// <summary>What a rule set answers to one question.</summary>
/// <param name="Name">The rule set.</param>
/// <param name="Version">The version that was asked.</param>
/// <param name="Rule">The first rule that holds; null when none does.</param>
/// <param name="SuccessEvent">Its event.</param>
/// <param name="Results">What came of every rule, in the document's order.</param>
/// <param name="Value">The output of the first rule that holds.</param>
/// <param name="Values">The outputs of all rules that hold.</param>
internal sealed record RuleSetAnswerBody(
    string Name,
    int Version,
    string? Rule,
    string? SuccessEvent,
    IReadOnlyList<RuleResult> Results,
    RuleValue Value,
    IReadOnlyList<RuleValue> Values
)
{
    public static RuleSetAnswerBody From(PublishedRuleSet ruleSet, RuleSetAnswer answer) =>
        new(
            ruleSet.Name,
            ruleSet.Version,
            answer.First?.Rule,
            answer.First?.SuccessEvent,
            answer.Results,
            answer.First(),
            answer.All()
        );
}
