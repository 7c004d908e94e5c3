namespace Workflows.Storage.Launches;

/// <summary>The review of a launch; the first one of a journey and a first day stays.</summary>
internal sealed class LaunchReviewRow
{
    public int Tenant { get; set; }

    public required string Journey { get; set; }

    /// <summary>The first day of the launch, for example <c>2026-03-02</c>.</summary>
    public required string FirstDay { get; set; }

    public int Version { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>A JSON object: the figures.</summary>
    public required string Report { get; set; }
}
