namespace Workflows.Storage.Referral;

internal sealed class DistributorTierRow
{
    public int Tenant { get; set; }

    public required string Program { get; set; }

    public Guid MemberId { get; set; }

    /// <summary>From when the tier holds.</summary>
    public DateTimeOffset Since { get; set; }

    public required string Tier { get; set; }

    public int Orders { get; set; }

    public decimal Sales { get; set; }

    public required string Key { get; set; }
}
