namespace Workflows.Marketing.Plays.Referral.Blocks;

/// <summary>Which rule set a block asks about tiers and rates.</summary>
internal static class TierQuestion
{
    /// <summary>The one it asks unless another is chosen.</summary>
    public const string RuleSet = "distributor-tiers";

    public static string Named(string? name) => string.IsNullOrWhiteSpace(name) ? RuleSet : name.Trim();
}
