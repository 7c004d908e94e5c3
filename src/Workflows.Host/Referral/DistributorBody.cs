namespace Workflows.Host.Referral;

/// <summary>A distributor with its tiers, and a page of what it is paid for.</summary>
/// <param name="Member">The member.</param>
/// <param name="Tiers">Its tiers, by the time from which they hold.</param>
/// <param name="Commissions">What it is paid for, the latest orders first.</param>
/// <param name="Next">What to pass as <c>after</c> to get the next commissions; absent at the end.</param>
internal sealed record DistributorBody(
    MemberBody Member,
    IReadOnlyList<TierBody> Tiers,
    IReadOnlyList<CommissionBody> Commissions,
    string? Next
);
