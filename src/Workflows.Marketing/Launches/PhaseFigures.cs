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
/// <param name="Likes">How many of the reactions are likes; 0 in reviews that did not tell them apart.</param>
/// <param name="Comments">How many of them are comments; 0 in reviews that did not tell them apart.</param>
/// <param name="Metric">What tells whether the phase has done its part, one of <see cref="ExitMetrics"/>; null where nothing does.</param>
/// <param name="Target">How many of it are enough; null where nobody said so.</param>
public sealed record PhaseFigures(
    string Phase,
    string? SkipReason,
    int Posts,
    int Sent,
    int Clicks,
    int Reactions,
    int Orders,
    decimal Amount,
    int Likes = 0,
    int Comments = 0,
    string? Metric = null,
    int? Target = null
)
{
    /// <summary>Whether the phase reached its target (S2-46); null where it has none, or was left out.</summary>
    public bool? Reached =>
        SkipReason is null && Target is { } target && Measured is { } measured ? measured >= target : null;

    private int? Measured =>
        Metric switch
        {
            ExitMetrics.Likes => Likes,
            ExitMetrics.Comments => Comments,
            ExitMetrics.Clicks => Clicks,
            ExitMetrics.Orders => Orders,
            _ => null,
        };
}
