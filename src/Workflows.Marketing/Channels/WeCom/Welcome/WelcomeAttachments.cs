using System.Text;
using Workflows.Marketing.Channels.WeCom.Wire;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>
/// Attachments as WeCom's welcome takes them: those that need no upload first, because a welcome has 20 seconds in all. Sizes are those of
/// path/92137: title 128 bytes, description 512, address 2,048.
/// </summary>
internal static class WelcomeAttachments
{
    /// <summary>Why an attachment cannot come with a welcome, or null.</summary>
    public static string? WhyNot(Attachment attachment) =>
        attachment switch
        {
            Attachment.Link link when !IsWebAddress(link.Url) => "A link needs an http or https address.",
            Attachment.Link link when string.IsNullOrWhiteSpace(link.Title) || IsLonger(link.Title, 128) =>
                "A link's title has 1 to 128 bytes.",
            Attachment.Link link when IsLonger(link.Description, 512) => "A link's description has at most 512 bytes.",
            Attachment.Link link when link.Picture is not null && !IsWebAddress(link.Picture) =>
                "A link's picture is given by its http or https address.",
            Attachment.Link => null,
            Attachment.Image { Url: { } url } when IsWebAddress(url) => null,
            _ => "A welcome carries links, and pictures by their address: there is no time to upload a file.",
        };

    public static WireAttachment[] Wire(IReadOnlyList<Attachment> attachments) => [.. attachments.Select(Wire)];

    private static WireAttachment Wire(Attachment attachment) =>
        attachment switch
        {
            Attachment.Link link => new WireAttachment
            {
                Msgtype = "link",
                Link = new WireLink
                {
                    Title = link.Title,
                    Url = link.Url,
                    Desc = link.Description,
                    Picurl = link.Picture,
                },
            },
            Attachment.Image image => new WireAttachment
            {
                Msgtype = "image",
                Image = new WireImage { PicUrl = image.Url },
            },
            _ => throw new NotSupportedException($"A welcome does not carry a {attachment.GetType().Name}."),
        };

    private static bool IsWebAddress(string text) =>
        text.Length <= 2_048
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https";

    private static bool IsLonger(string? text, int bytes) =>
        text is not null && Encoding.UTF8.GetByteCount(text) > bytes;
}
