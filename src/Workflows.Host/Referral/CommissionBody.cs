using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Referral;

/// <summary>What one order is worth to a distributor.</summary>
/// <param name="Source">The system that reports the order.</param>
/// <param name="Order">Its number there.</param>
/// <param name="Level">At which level it is paid: 1 or 2.</param>
/// <param name="PaidAt">When the order was paid.</param>
/// <param name="Tier">The distributor's tier then.</param>
/// <param name="Rate">The share then.</param>
/// <param name="Version">The version of the rule set that said so.</param>
/// <param name="Kept">What is paid and kept of the order, in currency units.</param>
/// <param name="Amount">What the distributor has of it, in currency units.</param>
internal sealed record CommissionBody(
    string Source,
    string Order,
    int Level,
    DateTimeOffset PaidAt,
    string Tier,
    decimal Rate,
    int Version,
    decimal Kept,
    decimal Amount
)
{
    public static CommissionBody From(Commission one) =>
        new(one.Source, one.Number, (int)one.Level, one.PaidAt, one.Tier, one.Rate, one.Version, one.Kept, one.Amount);
}
