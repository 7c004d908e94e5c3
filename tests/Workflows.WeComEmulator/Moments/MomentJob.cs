namespace Workflows.WeComEmulator.Moments;

/// <summary>The making of a post, asked for by its job id for 24 hours.</summary>
internal sealed record MomentJob(
    string JobId,
    Moment Moment,
    IReadOnlyList<string> InvalidSenders,
    IReadOnlyList<string> InvalidTags,
    DateTimeOffset CreatedAt
)
{
    public const int Started = 1;
    public const int Running = 2;
    public const int Done = 3;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public bool HasExpired(DateTimeOffset now) => now >= CreatedAt + Lifetime;

    /// <summary>A job takes two seconds of the company's time.</summary>
    public int Status(DateTimeOffset now) =>
        (now - CreatedAt).TotalSeconds switch
        {
            < 1 => Started,
            < 2 => Running,
            _ => Done,
        };
}
