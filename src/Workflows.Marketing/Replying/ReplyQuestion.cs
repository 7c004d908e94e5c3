using Workflows.Marketing.Contacts;
using Workflows.Marketing.Recommending;

namespace Workflows.Marketing.Replying;

/// <summary>What a model that answers is asked.</summary>
/// <param name="Contact">Who wrote.</param>
/// <param name="Now">When: the time of the turn.</param>
/// <param name="Message">What the contact wrote; never empty.</param>
/// <param name="Candidates">The contents that may be said, in the order of their ids; or as a person wrote them down.</param>
public sealed record ReplyQuestion(
    Contact Contact,
    DateTimeOffset Now,
    string Message,
    IReadOnlyList<Candidate> Candidates
)
{
    /// <summary>The rule set that the block names, for models that ask one; null for none.</summary>
    public string? RuleSet { get; init; }
}
