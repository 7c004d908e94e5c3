using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>A customer-service message (客服消息) as WeChat takes it; properties are named so that their snake-case form is WeChat's field.</summary>
internal sealed record CustomBody
{
    public required string Touser { get; init; }

    public required string Msgtype { get; init; }

    public TextPart? Text { get; init; }

    public NewsPart? News { get; init; }

    /// <summary>A message with a link is a card, one without a text: WeChat takes one of the two.</summary>
    public static CustomBody Of(OutboundMessage message, string openId) =>
        message.Content.Attachments.OfType<Attachment.Link>().FirstOrDefault() is { } link
            ? new CustomBody
            {
                Touser = openId,
                Msgtype = "news",
                News = new NewsPart([
                    new Article(link.Title, link.Description ?? message.Content.Text, link.Url, link.Picture),
                ]),
            }
            : new CustomBody
            {
                Touser = openId,
                Msgtype = "text",
                Text = new TextPart(message.Content.Text),
            };

    internal sealed record TextPart(string Content);

    internal sealed record NewsPart(IReadOnlyList<Article> Articles);

    internal sealed record Article(string Title, string Description, string Url, string? Picurl);
}
