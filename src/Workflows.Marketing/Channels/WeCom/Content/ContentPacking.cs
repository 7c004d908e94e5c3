using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Marketing.Channels.WeCom.Wire;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Content;

/// <summary>Writes a content the way WeCom takes it; uploads the files it names.</summary>
internal sealed class ContentPacking(MediaShelf media)
{
    /// <exception cref="Errors.WeComException">A file could not be uploaded now.</exception>
    public async Task<PackedContent> PackAsync(
        MessageContent content,
        Carrier carrier,
        CancellationToken cancellationToken
    )
    {
        if (ContentLimits.FindMistake(content, carrier) is { } mistake)
        {
            return PackedContent.Wrong(mistake);
        }

        List<WireAttachment> attachments = [];
        foreach (var attachment in content.Attachments)
        {
            var (packed, missing) = await PackAsync(attachment, carrier, cancellationToken);
            if (packed is null)
            {
                return PackedContent.Wrong(
                    missing is null
                        ? "A picture has neither a name nor an address."
                        : $"The content library has no file named '{missing}'."
                );
            }

            attachments.Add(packed);
        }

        return new PackedContent(content.Text.Length == 0 ? null : new WireText(content.Text), attachments);
    }

    private Task<(WireAttachment? Packed, string? Missing)> PackAsync(
        Attachment attachment,
        Carrier carrier,
        CancellationToken cancellationToken
    )
    {
        return attachment switch
        {
            Attachment.Link { Picture: { } picture } link when carrier == Carrier.Moments => WithFileAsync(
                picture,
                id => Link(link) with { Link = Link(link).Link! with { Picurl = null, MediaId = id } }
            ),
            Attachment.Link link => Task.FromResult<(WireAttachment?, string?)>((Link(link), null)),
            Attachment.Image { Media: { } name } => WithFileAsync(name, id => Image(new WireImage { MediaId = id })),
            Attachment.Image { Url: { } url } => Task.FromResult<(WireAttachment?, string?)>(
                (Image(new WireImage { PicUrl = url }), null)
            ),
            Attachment.MiniProgram { Picture: { } picture } page => WithFileAsync(picture, id => MiniProgram(page, id)),
            Attachment.MiniProgram page => Task.FromResult<(WireAttachment?, string?)>((MiniProgram(page, null), null)),
            Attachment.Video video => WithFileAsync(
                video.Media,
                id => new WireAttachment
                {
                    Msgtype = "video",
                    Video = new WireFile { MediaId = id },
                }
            ),
            Attachment.File file => WithFileAsync(
                file.Media,
                id => new WireAttachment
                {
                    Msgtype = "file",
                    File = new WireFile { MediaId = id },
                }
            ),
            _ => Task.FromResult<(WireAttachment?, string?)>((null, null)),
        };

        async Task<(WireAttachment?, string?)> WithFileAsync(string name, Func<string, WireAttachment> write)
        {
            var id =
                carrier == Carrier.Moments
                    ? await media.ForMomentsAsync(name, cancellationToken)
                    : await media.ForChatAsync(name, cancellationToken);
            return id is null ? (null, name) : (write(id), null);
        }
    }

    private static WireAttachment Image(WireImage image) => new() { Msgtype = "image", Image = image };

    private static WireAttachment Link(Attachment.Link link) =>
        new()
        {
            Msgtype = "link",
            Link = new WireLink
            {
                Title = link.Title,
                Url = link.Url,
                Desc = link.Description,
                Picurl = link.Picture,
            },
        };

    private static WireAttachment MiniProgram(Attachment.MiniProgram page, string? picture) =>
        new()
        {
            Msgtype = "miniprogram",
            Miniprogram = new WireMiniProgram
            {
                Title = page.Title,
                Appid = page.AppId,
                Page = page.Page,
                PicMediaId = picture,
            },
        };
}
