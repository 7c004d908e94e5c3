using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Cases.Coverage;

namespace Workflows.Host.Commands.Rules;

/// <summary>What the cases of a rule set leave untried, as <c>--json</c> shows it.</summary>
/// <param name="UnreachedRules">The rules that hold in no case.</param>
/// <param name="OneSided">The comparisons that come out the same way in all cases.</param>
/// <param name="Untried">All of it in sentences.</param>
internal sealed record CoverageBody(
    IReadOnlyList<string> UnreachedRules,
    IReadOnlyList<OneSidedComparison> OneSided,
    IReadOnlyList<string> Untried
)
{
    public static CoverageBody From(RuleCoverage coverage, Language language) =>
        new(
            coverage.UnreachedRules,
            coverage.OneSided,
            [
                .. coverage.UnreachedRules.Select(rule =>
                    language == Language.Chinese ? $"没有用例命中规则“{rule}”。" : $"No case reaches rule '{rule}'."
                ),
                .. coverage.OneSided.Select(side => Sentence(side, language)),
            ]
        );

    private static string Sentence(OneSidedComparison side, Language language) =>
        (language, side.Missing) switch
        {
            (Language.Chinese, true) => $"规则“{side.Rule}”：没有用例满足 {side.Comparison}。",
            (Language.Chinese, false) => $"规则“{side.Rule}”：没有用例不满足 {side.Comparison}。",
            (_, true) => $"In '{side.Rule}': no case has {side.Comparison}.",
            _ => $"In '{side.Rule}': every case has {side.Comparison}, none is on the other side.",
        };
}
