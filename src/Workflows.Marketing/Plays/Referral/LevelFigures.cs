namespace Workflows.Marketing.Plays.Referral;

/// <summary>What one level of a distribution came to.</summary>
/// <param name="Level">The level.</param>
/// <param name="Orders">The orders that count.</param>
/// <param name="Sales">What they are worth, paid and kept, in currency units.</param>
/// <param name="Commission">What of it goes to distributors, in currency units.</param>
public sealed record LevelFigures(ReferralLevel Level, int Orders, decimal Sales, decimal Commission);
