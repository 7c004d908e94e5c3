namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>When the nightly comparison begins.</summary>
public sealed class SyncLoopOptions
{
    /// <summary>How many hours after the day's beginning.</summary>
    /// <value>The default value is 3.</value>
    public int Hour { get; init; } = 3;

    /// <summary>Whose day.</summary>
    /// <value>There is no default value: it has to be set.</value>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Told after every page.</summary>
    /// <value>The default value is null: nobody is told.</value>
    public IProgress<SyncRun>? Progress { get; init; }

    /// <summary>Told of every failure; the loop tries again later.</summary>
    /// <value>The default value is null: nobody is told.</value>
    public Action<Exception>? OnFailed { get; init; }
}
