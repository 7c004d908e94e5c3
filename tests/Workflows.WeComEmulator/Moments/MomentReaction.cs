namespace Workflows.WeComEmulator.Moments;

/// <summary>A like, or a comment with its text.</summary>
internal sealed record MomentReaction(string UserId, string Customer, DateTimeOffset At, string? Comment);
