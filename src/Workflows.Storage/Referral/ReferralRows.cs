using Workflows.Marketing.Plays.Referral;

namespace Workflows.Storage.Referral;

/// <summary>Distributions as rows.</summary>
internal static class ReferralRows
{
    private const decimal Millionths = 1_000_000m;
    private const decimal Cents = 100m;

    public static ReferralProgram Read(ReferralProgramRow row) =>
        new(row.Name, row.Levels, row.DistributorRights, row.InviteeRights) { IsOpen = row.IsOpen };

    public static ReferralMember Read(ReferralMemberRow row) =>
        new(row.Id, row.ContactId, row.ReferrerId, row.JoinedAt, row.DistributorSince)
        {
            JoinedBy = row.JoinedBy,
            DistributorBy = row.DistributorBy,
        };

    public static DistributorTier Read(DistributorTierRow row) =>
        new(row.MemberId, row.Since, row.Tier, row.Orders, row.Sales, row.Key);

    public static Commission Read(CommissionRow row) =>
        new(
            row.Source,
            row.Number,
            (ReferralLevel)row.Level,
            row.MemberId,
            row.PaidAt,
            row.Tier,
            row.Rate / Millionths,
            row.RuleSet,
            row.Version
        )
        {
            Kept = row.Kept,
            Amount = row.Amount / Cents,
            Change = row.Change / Cents,
            Revision = row.Revision,
            Cause = row.Cause,
        };

    public static CommissionRow Write(int tenant, string program, Commission one) =>
        new()
        {
            Tenant = tenant,
            Program = program,
            Source = one.Source,
            Number = one.Number,
            Level = (short)one.Level,
            MemberId = one.MemberId,
            PaidAt = one.PaidAt,
            Tier = one.Tier,
            Rate = decimal.ToInt32(one.Rate * Millionths),
            RuleSet = one.RuleSet,
            Version = one.Version,
            Kept = one.Kept,
            Counts = one.Kept > 0m,
            Amount = decimal.ToInt64(one.Amount * Cents),
            Change = decimal.ToInt64(one.Change * Cents),
            Revision = one.Revision,
            Cause = one.Cause,
        };
}
