namespace Workflows.Marketing.Plays.Referral;

/// <summary>The tiers of some distributors in time.</summary>
internal sealed class TierHistory(IEnumerable<DistributorTier> tiers)
{
    private readonly ILookup<Guid, DistributorTier> _tiers = tiers
        .OrderBy(tier => tier.From)
        .ToLookup(tier => tier.MemberId);

    /// <summary>What a distributor stood at, at a moment: nothing before the first tier.</summary>
    public Standing At(Guid member, DateTimeOffset at) =>
        Standing(_tiers[member].LastOrDefault(tier => tier.From <= at));

    /// <summary>What a distributor would have stood at without what an effect decided.</summary>
    public Standing Before(Guid member, DateTimeOffset at, string key) =>
        Standing(_tiers[member].LastOrDefault(tier => tier.From <= at && !Is(tier, key)));

    /// <summary>The tier an effect decided; null for none.</summary>
    public DistributorTier? FindBy(Guid member, string key) => _tiers[member].FirstOrDefault(tier => Is(tier, key));

    private static bool Is(DistributorTier tier, string key) => tier.Key.Equals(key, StringComparison.Ordinal);

    private static Standing Standing(DistributorTier? tier) =>
        tier is null ? default : new Standing(tier.Orders, tier.Sales);
}
