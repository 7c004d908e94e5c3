namespace Workflows.Storage.Content;

/// <summary>Somebody to whom a content was given out.</summary>
internal sealed class DistributionStaffRow
{
    public int Tenant { get; set; }

    public required string DistributionId { get; set; }

    public required string Staff { get; set; }
}
