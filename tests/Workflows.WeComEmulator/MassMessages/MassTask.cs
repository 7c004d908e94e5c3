namespace Workflows.WeComEmulator.MassMessages;

/// <summary>One member's part of a mass message; nothing is sent before the member confirms it.</summary>
internal sealed class MassTask(string taskId, MassMessage message, string userId, IReadOnlyList<MassTarget> targets)
{
    public string TaskId { get; } = taskId;
    public MassMessage Message { get; } = message;
    public string UserId { get; } = userId;
    public IReadOnlyList<MassTarget> Targets { get; } = targets;
    public DateTimeOffset? SentAt { get; set; }
    public bool IsIgnored { get; set; }
    public bool IsCancelled { get; set; }

    public bool IsPending => SentAt is null && !IsCancelled;
}
