namespace Workflows.Marketing.Replying;

/// <summary>What a journey wants answered.</summary>
/// <param name="Message">What the contact wrote.</param>
/// <param name="Model">The name of the model that answers.</param>
/// <param name="Channel">The channel that will say it: contents have to fit it.</param>
public sealed record ReplyWish(string Message, string Model, string Channel)
{
    /// <summary>The rule set, for models that ask one; null for the usual one.</summary>
    public string? RuleSet { get; init; }

    /// <summary>Only contents of this category, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Only these, by their ids; empty for all scripts there are.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];
}
