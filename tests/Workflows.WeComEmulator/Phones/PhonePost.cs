using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Phones;

/// <summary>A post in a customer's Moments.</summary>
internal sealed record PhonePost(
    string MomentId,
    DateTimeOffset At,
    string From,
    string? Text,
    IReadOnlyList<LoggedAttachment> Attachments,
    int Likes,
    bool IsLiked,
    IReadOnlyList<PhoneComment> Comments
);
