namespace Workflows.Marketing.Launches;

/// <summary>How one phase of a launch went (S2-52).</summary>
/// <param name="Phase">One of <see cref="LaunchPhases"/>.</param>
/// <param name="SkipReason">Why it was left out; null where it was not.</param>
/// <param name="Posts">How often its messages were emitted.</param>
/// <param name="Sent">How often they were sent.</param>
/// <param name="Clicks">How often their links were clicked.</param>
/// <param name="Reactions">How many likes and comments they have.</param>
/// <param name="Orders">How many orders count for them.</param>
/// <param name="Amount">What was paid for these and kept, in currency units.</param>
public sealed record PhaseFigures(
    string Phase,
    string? SkipReason,
    int Posts,
    int Sent,
    int Clicks,
    int Reactions,
    int Orders,
    decimal Amount
);
