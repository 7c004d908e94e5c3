namespace Workflows.Marketing.Plays.Referral;

/// <summary>What distributors learn of their distribution.</summary>
public static class ReferralEvents
{
    /// <summary>The source of these events.</summary>
    public const string Source = "referral";

    /// <summary>
    /// An order of somebody they brought earned them something; data: <c>program</c>, <c>level</c>, <c>tier</c>, <c>amount</c> (currency units) and
    /// <c>balance</c> (what they are owed in all). The buyer is not named.
    /// </summary>
    public const string Earned = "referral.earned";

    /// <summary>A refund took something back; same data, the amount being what was taken.</summary>
    public const string TakenBack = "referral.taken-back";

    /// <summary>
    /// A review moved them to another tier (S2-36); data: <c>program</c>, <c>from</c>, <c>to</c>, <c>direction</c> (<c>up</c> or <c>down</c>), <c>rate</c>
    /// (the share of an order), <c>prize</c> (what the higher tier gives besides; absent for nothing) and <c>holdsFrom</c>.
    /// </summary>
    public const string TierChanged = "referral.tier-changed";
}
