namespace Workflows.Storage.WeCom;

/// <summary>The latest comparison with WeCom of a tenant.</summary>
internal sealed class SyncRow
{
    public int Tenant { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? PreviousAt { get; set; }

    public short Phase { get; set; }

    public string? Staff { get; set; }

    public required string Cursor { get; set; }

    /// <summary>What it met, as JSON.</summary>
    public required string Counts { get; set; }

    public int StaffCount { get; set; }

    public int StaffDone { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }
}
