namespace Workflows.Marketing.Recommending;

/// <summary>
/// A model that recommends (S4-48). A plug-in registers further ones as services of this type; they are safe on every thread, answer
/// the same when asked the same, and leave out what they do not recommend.
/// </summary>
public interface IRecommender
{
    /// <summary>Its name in journeys: lower case letters, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>Whether an algorithm decides, and not a person: the share of both is counted by it.</summary>
    bool IsAlgorithm { get; }

    /// <summary>The candidates that it recommends; the block puts them in their order, and those of one score in the order of their ids.</summary>
    ValueTask<IReadOnlyList<Recommendation>> RecommendAsync(
        RecommendationQuestion question,
        CancellationToken cancellationToken
    );
}
