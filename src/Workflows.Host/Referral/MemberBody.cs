using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Referral;

/// <summary>Somebody in a distribution.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="ContactId">The contact; absent once it was erased.</param>
/// <param name="ReferrerId">The member who brought it; absent for nobody.</param>
/// <param name="JoinedAt">Since when.</param>
/// <param name="DistributorSince">Since when it is paid for whom it brings; absent for a customer only.</param>
/// <param name="Owed">What is owed to it, in currency units; negative where more was taken back than given.</param>
internal sealed record MemberBody(
    Guid Id,
    Guid? ContactId,
    Guid? ReferrerId,
    DateTimeOffset JoinedAt,
    DateTimeOffset? DistributorSince,
    decimal Owed
)
{
    public static MemberBody From(ReferralMember member, decimal owed) =>
        new(member.Id, member.ContactId, member.ReferrerId, member.JoinedAt, member.DistributorSince, owed);
}
