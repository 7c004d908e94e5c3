using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Channels.WeCom.GroupWelcomes;

/// <summary>What came of a wish about a group welcome: the welcome, or why not.</summary>
/// <param name="Kept">The welcome as it is now; null where it is not made, or removed.</param>
/// <param name="Mistakes">What is wrong with the wish.</param>
public sealed record GroupWelcomeOutcome(KeptGroupWelcome? Kept, IReadOnlyList<Diagnostic> Mistakes)
{
    /// <summary>Why WeCom did not do it; null where it is done.</summary>
    public string? Failure { get; init; }

    internal static GroupWelcomeOutcome Failed(string why) => new(null, []) { Failure = why };
}
