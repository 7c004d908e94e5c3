namespace Workflows.Marketing.Plays.Referral;

/// <summary>What a distribution came to in a span of time.</summary>
/// <param name="Distributors">How many distributors there are by its end.</param>
/// <param name="Active">How many of them brought an order in it, themselves; the others are likely to leave.</param>
/// <param name="Joined">How many became distributors in it.</param>
/// <param name="Levels">What each level came to.</param>
public sealed record ReferralFigures(int Distributors, int Active, int Joined, IReadOnlyList<LevelFigures> Levels);
