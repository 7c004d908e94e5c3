namespace Workflows.Marketing.Plays.Referral;

/// <summary>What came of looking at a distributor's tier.</summary>
/// <param name="Before">The tier that would hold without the review.</param>
/// <param name="After">The tier that holds.</param>
/// <param name="Standing">What it was decided by.</param>
/// <param name="From">From when it holds.</param>
public sealed record TierReview(TierDecision Before, TierDecision After, Standing Standing, DateTimeOffset From)
{
    /// <summary>1 for a higher rate, -1 for a lower one; 0 where the tier is the same.</summary>
    public int Direction =>
        string.Equals(Before.Tier, After.Tier, StringComparison.Ordinal) ? 0 : After.Rate.CompareTo(Before.Rate);
}
