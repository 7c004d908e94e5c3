using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Cases;

namespace Workflows.Host.Commands.Rules;

/// <summary>What <c>rules test --json</c> prints. A file that cannot be used counts as one failure.</summary>
internal sealed record CasesOutcome(int Passed, int Failed, IReadOnlyList<CasesOfRuleSet> RuleSets)
{
    public static CasesOutcome From(IReadOnlyList<RuleCaseReport> reports, Language language) =>
        new(
            reports.Sum(report => report.Passed),
            reports.Sum(report => report.Failed + (report.Failed == 0 && !report.Succeeded ? 1 : 0)),
            [.. reports.Select(report => CasesOfRuleSet.From(report, language))]
        );

    /// <summary>Whether every rule is reached and every comparison is tried on both sides.</summary>
    public bool IsCovered => RuleSets.All(ruleSet => ruleSet.Coverage is null or { Untried.Count: 0 });
}
