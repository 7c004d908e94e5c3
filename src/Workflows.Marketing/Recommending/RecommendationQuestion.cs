using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Recommending;

/// <summary>What a model is asked.</summary>
/// <param name="Contact">For whom.</param>
/// <param name="Now">When: the time of the turn.</param>
/// <param name="Candidates">What may be recommended, in the order of their ids; or as a person wrote them down.</param>
/// <param name="Bought">What the contact bought, the latest order first.</param>
public sealed record RecommendationQuestion(
    Contact Contact,
    DateTimeOffset Now,
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<Purchase> Bought
)
{
    /// <summary>The rule set that the block names, for models that ask one; null for none.</summary>
    public string? RuleSet { get; init; }
}
