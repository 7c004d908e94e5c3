using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Referral;

/// <summary>A distributor's tier from a moment on.</summary>
/// <param name="From">From when.</param>
/// <param name="Tier">Its name.</param>
/// <param name="Orders">The orders by which it was decided.</param>
/// <param name="Sales">What these came to, in currency units.</param>
internal sealed record TierBody(DateTimeOffset From, string Tier, int Orders, decimal Sales)
{
    public static TierBody Of(DistributorTier tier) => new(tier.From, tier.Tier, tier.Orders, tier.Sales);
}
