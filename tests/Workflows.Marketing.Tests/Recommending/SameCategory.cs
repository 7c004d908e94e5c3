using Workflows.Marketing.Recommending;

namespace Workflows.Marketing.Tests.Recommending;

/// <summary>Recommends what is of the categories the contact buys most.</summary>
public sealed class SameCategory : IRecommender
{
    /// <inheritdoc />
    public string Name => "same-category";

    /// <inheritdoc />
    public bool IsAlgorithm => true;

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Recommendation>> RecommendAsync(
        RecommendationQuestion question,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult<IReadOnlyList<Recommendation>>([
            .. question
                .Candidates.Where(candidate => candidate.TimesBoughtOfCategory > 0)
                .Select(candidate => new Recommendation(candidate, candidate.TimesBoughtOfCategory)),
        ]);
}
