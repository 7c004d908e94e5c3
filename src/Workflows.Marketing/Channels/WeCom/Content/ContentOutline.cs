using System.Security.Cryptography;
using System.Text;
using Workflows.Marketing.Channels.WeCom.Wire;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Content;

/// <summary>
/// The fingerprint of what WeCom's lists show of a content: the text, the kinds of its attachments in order, and where cards
/// lead. Ids of files are left out, because WeCom may show others than were sent.
/// </summary>
internal static class ContentOutline
{
    public static string Of(MessageContent content) =>
        Of(
            content.Text,
            content.Attachments.Select(attachment =>
                attachment switch
                {
                    Attachment.Link link => Link(link.Url),
                    Attachment.MiniProgram page => MiniProgram(page.AppId, page.Page),
                    Attachment.Image => "image",
                    Attachment.Video => "video",
                    _ => "file",
                }
            )
        );

    /// <summary>Of what is listed of a mass message.</summary>
    public static string Of(WireText? text, IReadOnlyList<WireAttachment>? attachments) =>
        Of(
            text?.Content,
            (attachments ?? []).Select(attachment =>
                attachment.Msgtype switch
                {
                    "link" => Link(attachment.Link?.Url),
                    "miniprogram" => MiniProgram(attachment.Miniprogram?.Appid, attachment.Miniprogram?.Page),
                    var kind => kind,
                }
            )
        );

    /// <summary>Of what is listed of a Moment.</summary>
    public static string OfMoment(WireText? text, int images, bool hasVideo, WireLink? link) =>
        Of(
            text?.Content,
            [
                .. Enumerable.Repeat("image", images),
                .. hasVideo ? ["video"] : Array.Empty<string>(),
                .. link?.Url is { } url ? [Link(url)] : Array.Empty<string>(),
            ]
        );

    private static string Of(string? text, IEnumerable<string> parts)
    {
        var shown = (text ?? "").ReplaceLineEndings("\n").Trim();
        var all = string.Join('\u001f', [shown, .. parts]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    private static string Link(string? url) => $"link {url}";

    private static string MiniProgram(string? app, string? page) => $"miniprogram {app} {page}";
}
