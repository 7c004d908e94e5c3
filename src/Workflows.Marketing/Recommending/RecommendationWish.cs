using Workflows.Marketing.Content;

namespace Workflows.Marketing.Recommending;

/// <summary>What a journey wants recommended.</summary>
/// <param name="Kind">Products or contents.</param>
/// <param name="Model">The name of the model that decides.</param>
/// <param name="Channel">The channel that will say it: contents have to fit it.</param>
public sealed record RecommendationWish(CandidateKind Kind, string Model, string Channel)
{
    /// <summary>The rule set, for models that ask one; null for the usual one.</summary>
    public string? RuleSet { get; init; }

    /// <summary>Only of this category, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Only contents of this theme, or null.</summary>
    public ContentTheme? Theme { get; init; }

    /// <summary>Only contents of this kind, or null; what is named in <see cref="Only"/> may be of any.</summary>
    public string? ContentKind { get; init; }

    /// <summary>Only these, by their ids; empty for all there are.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>What was bought within so many days is not recommended.</summary>
    public int NotBoughtForDays { get; init; } = 30;

    /// <summary>How many at most.</summary>
    public int Count { get; init; } = 1;
}
