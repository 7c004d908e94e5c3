namespace Workflows.Marketing.Plays.Referral;

/// <summary>How far a paid distributor is from the buyer. There is no third: law and platform pay two (S2-34).</summary>
public enum ReferralLevel : short
{
    /// <summary>Who brought the buyer.</summary>
    Direct = 1,

    /// <summary>Who brought the one who brought the buyer.</summary>
    Indirect = 2,
}
