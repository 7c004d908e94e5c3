using System.Text.RegularExpressions;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>Puts short links in the place of a message's links, so that clicks and orders can be counted for it (S0-31, S3-06).</summary>
/// <param name="address">Where customers reach this installation's short links, for example <c>https://s.brand.cn/</c>.</param>
public sealed partial class LinkTracker(Uri address)
{
    /// <summary>The name under which a mini-program's page gets the code.</summary>
    public const string Parameter = "wl";

    /// <summary>Whether only links are replaced that open later: trials show all others as they are written.</summary>
    /// <value>The default value is false.</value>
    public bool OnlyClosed { get; init; }

    private readonly string _base = $"{address.AbsoluteUri.TrimEnd('/')}/l/";

    /// <summary>Replaces the links of a message.</summary>
    /// <param name="message">The message; nothing else of it changes.</param>
    /// <param name="days">How many days an order counts for them; null for ever.</param>
    /// <param name="opensAt">Before this they lead nowhere; null: they are open at once.</param>
    /// <returns>The message as it goes out, and its links.</returns>
    public (OutboundMessage Message, IReadOnlyList<LinkDropped> Links) Track(
        OutboundMessage message,
        int? days,
        DateTimeOffset? opensAt = null
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        List<LinkDropped> links = [];
        var text = Address().Replace(message.Content.Text, match => Shorten(match.Value));
        Attachment[] attachments = [.. message.Content.Attachments.Select(Track)];
        return links.Count == 0
            ? (message, links)
            : (message with { Content = new MessageContent(text, attachments) }, links);

        Attachment Track(Attachment attachment) =>
            attachment switch
            {
                Attachment.Link link => link with { Url = Shorten(link.Url) },
                Attachment.MiniProgram page => page with { Page = Mark(page) },
                _ => attachment,
            };

        string Shorten(string url) => IsTrackable(url) ? _base + Drop(url) : url;

        // A mini-program opens no address: its page tells the code by itself.
        string Mark(Attachment.MiniProgram page) =>
            page.Page.Length == 0
                ? page.Page
                : $"{page.Page}{(page.Page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Drop($"{page.AppId}:{page.Page}")}";

        string Drop(string target)
        {
            var code = LinkCode.Of(message.Key, links.Count);
            links.Add(
                new LinkDropped($"{message.Key}:{code}", message.Key, code, target, days, message.CreatedAt)
                {
                    OpensAt = opensAt > message.CreatedAt ? opensAt : null,
                }
            );
            return code;
        }
    }

    private bool IsTrackable(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var target)
        && target.Scheme is "http" or "https"
        && target.UserInfo.Length == 0
        && !url.StartsWith(_base, StringComparison.OrdinalIgnoreCase);

    // An address ends where Chinese begins, and before the full stop of its sentence.
    [GeneratedRegex(
        """https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*[A-Za-z0-9\-_~/#=&%]""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Address();
}
