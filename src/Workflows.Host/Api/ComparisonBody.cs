using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Comparison;

namespace Workflows.Host.Api;

/// <summary>A comparison as the API and <c>--json</c> show it.</summary>
/// <param name="IsSame">Whether nothing but wording changed.</param>
/// <param name="Changes">The changes.</param>
/// <param name="Movements">For whom another rule decides now.</param>
/// <param name="NotAnalysed">Why movements are not, or not all, known.</param>
internal sealed record ComparisonBody(
    bool IsSame,
    IReadOnlyList<ChangeBody> Changes,
    IReadOnlyList<MovementBody> Movements,
    IReadOnlyList<string> NotAnalysed
)
{
    public static ComparisonBody From(RuleSetComparison comparison, Language language) =>
        new(
            comparison.IsSame,
            [.. comparison.Changes.Select(change => ChangeBody.From(change, language))],
            [.. comparison.Movements.Select(MovementBody.Of)],
            [.. comparison.NotAnalysed.Select(reason => reason.In(language))]
        );
}
