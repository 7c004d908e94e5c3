namespace Workflows.Marketing.Plays.Referral;

/// <summary>What a rule set says of a distributor.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Rate">The share of an order it is paid: 0 to 1, to six decimals.</param>
/// <param name="Version">The version of the rule set.</param>
public sealed record TierDecision(string Tier, decimal Rate, int Version);
