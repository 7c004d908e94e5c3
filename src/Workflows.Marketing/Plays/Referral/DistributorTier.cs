namespace Workflows.Marketing.Plays.Referral;

/// <summary>A distributor's tier from a moment on: orders paid from then on are paid by it, earlier ones by the one before (S2-36).</summary>
/// <param name="MemberId">Whose.</param>
/// <param name="From">From when.</param>
/// <param name="Tier">Its name: the success event of the rule set.</param>
/// <param name="Orders">The orders of those it brought itself, by which it was decided.</param>
/// <param name="Sales">What these came to, paid and kept, in currency units.</param>
/// <param name="Key">The effect that decided it.</param>
public sealed record DistributorTier(
    Guid MemberId,
    DateTimeOffset From,
    string Tier,
    int Orders,
    decimal Sales,
    string Key
);
