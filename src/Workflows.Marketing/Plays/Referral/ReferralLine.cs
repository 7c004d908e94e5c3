namespace Workflows.Marketing.Plays.Referral;

/// <summary>Whom an order can earn something: the buyer's membership and the two above it. Nobody looks further.</summary>
/// <param name="Buyer">The buyer.</param>
/// <param name="Direct">Who brought the buyer; null for nobody.</param>
/// <param name="Indirect">Who brought that one; null for nobody.</param>
public sealed record ReferralLine(ReferralMember Buyer, ReferralMember? Direct, ReferralMember? Indirect)
{
    /// <summary>Who is paid at which level for an order of that moment; nobody is paid for what they buy themselves.</summary>
    /// <param name="at">When the order was paid.</param>
    /// <param name="levels">How many levels are paid: 1 or 2.</param>
    public IEnumerable<(ReferralLevel Level, ReferralMember Member)> EarnersAt(DateTimeOffset at, int levels)
    {
        if (Direct is null || Buyer.JoinedAt > at)
        {
            yield break;
        }

        if (Earns(Direct, at))
        {
            yield return (ReferralLevel.Direct, Direct);
        }

        if (
            levels >= ReferralProgram.MostLevels
            && Indirect is not null
            && Direct.JoinedAt <= at
            && Earns(Indirect, at)
        )
        {
            yield return (ReferralLevel.Indirect, Indirect);
        }
    }

    private bool Earns(ReferralMember member, DateTimeOffset at) =>
        member.EarnsAt(at) && member.ContactId != Buyer.ContactId;
}
