using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>What came of a wish about a way: the way, or why not.</summary>
/// <param name="Way">The way as it is now; null where it is not made, or removed.</param>
/// <param name="Mistakes">What is wrong with the wish.</param>
public sealed record WayOutcome(Way? Way, IReadOnlyList<Diagnostic> Mistakes)
{
    /// <summary>Why WeCom did not do it, or why it cannot be done; null where it is done.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the failure is that another way has this name.</summary>
    public bool IsConflict { get; init; }

    internal static WayOutcome Failed(string why) => new(null, []) { Failure = why };
}
