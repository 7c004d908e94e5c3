namespace Workflows.WeComEmulator.Moments;

/// <summary>One member's part of a post.</summary>
internal sealed class MomentTask(string taskId, Moment moment, string userId)
{
    public string TaskId { get; } = taskId;
    public Moment Moment { get; } = moment;
    public string UserId { get; } = userId;
    public DateTimeOffset? PublishedAt { get; set; }
    public bool IsIgnored { get; set; }
    public bool IsCancelled { get; set; }

    public bool IsPending => PublishedAt is null && !IsCancelled;

    /// <summary>The customers who can see it in their Moments.</summary>
    public List<string> Viewers { get; } = [];
}
