namespace Workflows.Storage.Content;

/// <summary>A content given out to the staff.</summary>
internal sealed class DistributionRow
{
    public int Tenant { get; set; }

    public required string Id { get; set; }

    /// <summary>The content with its version.</summary>
    public required string ContentRef { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public DateTimeOffset? DueBy { get; set; }
}
