namespace Workflows.Marketing.Plays.Referral;

/// <summary>What a rule set says of a distributor.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Rate">The share of an order it is paid: 0 to 1, to six decimals.</param>
/// <param name="Version">The version of the rule set.</param>
/// <param name="Prize">What whoever reaches the tier is given besides: the property <c>prize</c> of its rule; null for nothing.</param>
public sealed record TierDecision(string Tier, decimal Rate, int Version, string? Prize = null);
