using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Channels.WeCom.Content;

/// <summary>A content as it is sent, with ids of uploaded files; or why it cannot be.</summary>
internal sealed record PackedContent(WireText? Text, IReadOnlyList<WireAttachment> Attachments)
{
    /// <summary>Why it cannot be sent, in one line; null when it can.</summary>
    public string? Mistake { get; private init; }

    /// <summary>Every uploaded file in it.</summary>
    public IEnumerable<string> MediaIds =>
        Attachments
            .SelectMany(part =>
                new[]
                {
                    part.Image?.MediaId,
                    part.Link?.MediaId,
                    part.Miniprogram?.PicMediaId,
                    part.Video?.MediaId,
                    part.File?.MediaId,
                }
            )
            .OfType<string>();

    public static PackedContent Wrong(string mistake) => new(null, []) { Mistake = mistake };
}
