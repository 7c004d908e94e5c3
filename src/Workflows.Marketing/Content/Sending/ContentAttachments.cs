using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>What a content carries beside its words, as messages carry it.</summary>
internal static class ContentAttachments
{
    /// <summary>The attachments of a content whose texts are filled in.</summary>
    public static IReadOnlyList<Attachment> Of(ContentItem item, ContentText text, Carrier carrier) =>
        item switch
        {
            { Url: { } url } =>
            [
                new Attachment.Link(
                    text.Title ?? item.Name,
                    url,
                    text.Description,
                    // Moments upload the card's picture; in chats WeCom fetches it from a public address, which the library has none of.
                    carrier == Carrier.Moments
                        ? item.Picture
                        : null
                ),
            ],
            { MiniProgram: { } page } =>
            [
                new Attachment.MiniProgram(page.AppId, page.Page, text.Title ?? item.Name, item.Picture),
            ],
            _ => [.. item.Media.Select(File)],
        };

    private static Attachment File(string name) =>
        MediaInspection.Claimed(name) switch
        {
            MediaType.Image => new Attachment.Image(name, null),
            MediaType.Video => new Attachment.Video(name),
            _ => new Attachment.File(name),
        };
}
