namespace Workflows.Storage.Referral;

internal sealed class ReferralMemberRow
{
    public int Tenant { get; set; }

    public required string Program { get; set; }

    /// <summary>The id of the contact who joined; what others refer to.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose it is by now; null once the contact was erased.</summary>
    public Guid? ContactId { get; set; }

    public Guid? ReferrerId { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    public required string JoinedBy { get; set; }

    public DateTimeOffset? DistributorSince { get; set; }

    public string? DistributorBy { get; set; }
}
