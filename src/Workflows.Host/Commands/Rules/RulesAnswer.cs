using Workflows.Rules.Catalog;
using Workflows.Rules.Explaining;

namespace Workflows.Host.Commands.Rules;

/// <summary>What <c>rules FILE --json</c> prints.</summary>
/// <param name="Workflow">The rule set that was asked.</param>
/// <param name="SuccessEvent">The event of the first rule that holds; absent where none does.</param>
/// <param name="Results">What came of every rule, in the document's order.</param>
internal sealed record RulesAnswer(string Workflow, string? SuccessEvent, IReadOnlyList<RuleResult> Results)
{
    /// <summary>Why; absent unless asked for.</summary>
    public RuleSetExplanation? Explanation { get; init; }

    public static RulesAnswer From(string ruleSet, RuleSetAnswer answer) =>
        new(ruleSet, answer.First?.SuccessEvent, answer.Results);
}
