namespace Workflows.Storage.Limits;

/// <summary>How often a limit stopped messages on one day.</summary>
internal sealed class LimitHitsRow
{
    public int Tenant { get; set; }

    /// <summary>The day's number, from 0001-01-01.</summary>
    public int Day { get; set; }

    public required string Code { get; set; }

    public long Deferred { get; set; }

    public long Dropped { get; set; }
}
