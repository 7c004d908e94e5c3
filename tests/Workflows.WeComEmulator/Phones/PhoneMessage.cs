using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Phones;

/// <summary>A line of a chat.</summary>
/// <param name="IsMine">Whether the phone's owner wrote it.</param>
internal sealed record PhoneMessage(
    long Number,
    DateTimeOffset At,
    bool IsMine,
    string From,
    string Carrier,
    string? Text,
    IReadOnlyList<LoggedAttachment> Attachments
);
