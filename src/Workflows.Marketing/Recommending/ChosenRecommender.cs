namespace Workflows.Marketing.Recommending;

/// <summary>No algorithm: the first of those that a person wrote down, in that order.</summary>
public sealed class ChosenRecommender : IRecommender
{
    /// <summary>Its name.</summary>
    public const string ModelName = "chosen";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public bool IsAlgorithm => false;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Recommendation>> RecommendAsync(
        RecommendationQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        var count = question.Candidates.Count;
        return ValueTask.FromResult<IReadOnlyList<Recommendation>>([
            .. question.Candidates.Select((candidate, rank) => new Recommendation(candidate, count - rank)),
        ]);
    }
}
