namespace Workflows.Marketing.Entries;

/// <summary>The events of live sessions (直播), as whoever connects the live room sends them.</summary>
public static class LiveEvents
{
    /// <summary>
    /// A session that the contact was told of begins; data: <c>session</c> (its id there), and where known <c>platform</c>.
    /// </summary>
    public const string Started = "live.started";

    /// <summary>The contact watched a session; same data, and <c>seconds</c>: how long, all in all.</summary>
    public const string Watched = "live.watched";
}
