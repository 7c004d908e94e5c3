namespace Workflows.Marketing.Plays.Referral;

/// <summary>
/// What one order is worth to one distributor. Payee, tier and rate are those of the moment the order was paid and never change; the amount
/// follows what is kept of the order, so that a refund takes back its share and a full one all of it, to the cent.
/// </summary>
/// <param name="Source">The system that reports the order.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Level">At which level it is paid.</param>
/// <param name="MemberId">Who is paid.</param>
/// <param name="PaidAt">When the order was paid.</param>
/// <param name="Tier">The distributor's tier then.</param>
/// <param name="Rate">The share then: 0 to 1.</param>
/// <param name="RuleSet">The rule set that said so.</param>
/// <param name="Version">Its version.</param>
public sealed record Commission(
    string Source,
    string Number,
    ReferralLevel Level,
    Guid MemberId,
    DateTimeOffset PaidAt,
    string Tier,
    decimal Rate,
    string RuleSet,
    int Version
)
{
    /// <summary>What is paid and kept of the order, in currency units.</summary>
    public decimal Kept { get; init; }

    /// <summary>What the distributor has of it by now, in currency units, to the cent.</summary>
    public decimal Amount { get; init; }

    /// <summary>How often it was posted, from 1; 0 before the first time.</summary>
    public int Revision { get; init; }

    /// <summary>What the last posting changed, in currency units; negative where it took something back.</summary>
    public decimal Change { get; init; }

    /// <summary>The effect of the last posting: a turn that is done again finds its own.</summary>
    public string Cause { get; init; } = "";

    /// <summary>The commission for what is kept of the order by now.</summary>
    /// <remarks>Cents are rounded half away from zero, as invoices are.</remarks>
    public Commission For(decimal kept, string cause)
    {
        var amount = decimal.Round(kept * Rate, 2, MidpointRounding.AwayFromZero);
        return this with
        {
            Kept = kept,
            Amount = amount,
            Revision = Revision + 1,
            Change = amount - Amount,
            Cause = cause,
        };
    }
}
