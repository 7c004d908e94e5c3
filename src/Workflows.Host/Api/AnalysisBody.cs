using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis;

namespace Workflows.Host.Api;

/// <summary>An analysis as <c>--json</c> and the API show it.</summary>
/// <param name="RuleSet">The rule set's name.</param>
/// <param name="Findings">Everything found.</param>
/// <param name="NotAnalysed">What was not understood, and therefore not judged.</param>
internal sealed record AnalysisBody(
    string RuleSet,
    IReadOnlyList<FindingBody> Findings,
    IReadOnlyList<string> NotAnalysed
)
{
    public static AnalysisBody From(RuleSetAnalysis analysis, Language language) =>
        new(
            analysis.RuleSet,
            [.. (analysis.Findings ?? []).Select(finding => FindingBody.From(finding, language))],
            [.. analysis.NotAnalysed.Select(reason => reason.In(language))]
        );
}
