using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Cases;

namespace Workflows.Host.Commands.Rules;

/// <summary>What came of one rule set's cases.</summary>
internal sealed record CasesOfRuleSet(
    string Name,
    IReadOnlyList<CaseOutcome> Cases,
    IReadOnlyList<string> Diagnostics,
    CoverageBody? Coverage
)
{
    public static CasesOfRuleSet From(RuleCaseReport report, Language language) =>
        new(
            report.Name,
            [
                .. report.Results.Select(result => new CaseOutcome(
                    result.Case.Name,
                    result.Passed,
                    result.Expected,
                    result.Got
                )),
            ],
            [.. report.Diagnostics.Select(found => DocumentMistakes.Line(found, language))],
            report.Coverage is null ? null : CoverageBody.From(report.Coverage, language)
        );
}
