namespace Workflows.Marketing.Plays.Referral;

/// <summary>What a distributor has brought: orders of customers it brought itself. Those of others below it never count, as pay by team would be.</summary>
/// <param name="Orders">How many that count.</param>
/// <param name="Sales">What they are worth, paid and kept, in currency units.</param>
public readonly record struct Standing(int Orders, decimal Sales);
