namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>One comparison with WeCom, and how far it is: enough for another process to go on.</summary>
/// <param name="StartedAt">When it began; also its name.</param>
public sealed record SyncRun(DateTimeOffset StartedAt)
{
    /// <summary>When the run before was begun that came to its end; null for the first.</summary>
    public DateTimeOffset? PreviousAt { get; init; }

    /// <summary>
    /// What happened after this is left to callbacks, which may be on their way, and to the next run: WeCom's lists lag behind.
    /// </summary>
    public DateTimeOffset Settled => StartedAt - TimeSpan.FromMinutes(10);

    /// <summary>What it is doing.</summary>
    public SyncPhase Phase { get; init; } = SyncPhase.Customers;

    /// <summary>The member of staff it is at, in ordinal order; null before the first.</summary>
    public string? Staff { get; init; }

    /// <summary>The page it is at, as WeCom names it; empty for the first.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>What it met so far.</summary>
    public SyncCounts Counts { get; init; } = SyncCounts.None;

    /// <summary>How many members of staff there are, for progress; 0 before that is known.</summary>
    public int StaffCount { get; init; }

    /// <summary>How many of them are done in this phase.</summary>
    public int StaffDone { get; init; }

    internal SyncRun Next(SyncPhase phase) => this with { Phase = phase, Staff = null, Cursor = "", StaffDone = 0 };
}
