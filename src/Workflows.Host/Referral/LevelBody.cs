namespace Workflows.Host.Referral;

/// <summary>What one level of a distribution came to.</summary>
/// <param name="Level">1 or 2.</param>
/// <param name="Orders">The orders that count.</param>
/// <param name="Sales">What they are worth, in currency units.</param>
/// <param name="Commission">What of it goes to distributors, in currency units.</param>
internal sealed record LevelBody(int Level, int Orders, decimal Sales, decimal Commission);
