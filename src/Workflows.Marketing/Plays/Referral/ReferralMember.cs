namespace Workflows.Marketing.Plays.Referral;

/// <summary>
/// Somebody in a program: brought by a distributor, a distributor, or both. A member is never bound a second time, and whoever brought it was
/// a member before: so nobody can stand above himself.
/// </summary>
/// <param name="Id">The member's id: that of the contact who joined, whatever becomes of the contact.</param>
/// <param name="ContactId">Whose membership it is by now; null once the contact was erased.</param>
/// <param name="ReferrerId">The member who brought it; null for none.</param>
/// <param name="JoinedAt">When it was bound or joined. Orders paid before count for nobody.</param>
/// <param name="DistributorSince">Since when it is paid for whom it brings; null for a customer only.</param>
public sealed record ReferralMember(
    Guid Id,
    Guid? ContactId,
    Guid? ReferrerId,
    DateTimeOffset JoinedAt,
    DateTimeOffset? DistributorSince
)
{
    /// <summary>The effect by which it came in; tells a turn that is done again that it was this one.</summary>
    public string JoinedBy { get; init; } = "";

    /// <summary>The effect by which it became a distributor.</summary>
    public string? DistributorBy { get; init; }

    /// <summary>Whether it is paid for an order of that moment.</summary>
    internal bool EarnsAt(DateTimeOffset at) => ContactId is not null && DistributorSince <= at;
}
