namespace Workflows.Storage.WeCom;

/// <summary>A version of the workspace's welcome plan; the newest is in force.</summary>
internal sealed class WelcomePlanRow
{
    public int Tenant { get; set; }

    public int Version { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    /// <summary>The plan as JSON.</summary>
    public required string Document { get; set; }
}
