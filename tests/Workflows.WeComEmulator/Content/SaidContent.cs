using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Content;

/// <summary>A text and what is attached to it.</summary>
internal sealed record SaidContent(string? Text, IReadOnlyList<LoggedAttachment> Attachments)
{
    public static SaidContent Of(string text) => new(text, []);
}
