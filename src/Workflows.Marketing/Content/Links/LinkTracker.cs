using System.Text.RegularExpressions;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>Puts short links in the place of a message's links, so that clicks and orders can be counted for it (S0-31, S3-06).</summary>
/// <param name="domains">Where customers reach this installation's short links.</param>
public sealed partial class LinkTracker(LinkDomains domains)
{
    // What is a code already is led on by nobody.
    private readonly string[] _bases =
    [
        .. domains.Addresses.Select(BaseOf),
        .. domains.Addresses.Select(address => Locating(address)),
    ];

    /// <summary>A tracker with one domain.</summary>
    /// <param name="address">Where customers reach this installation's short links, for example <c>https://s.brand.cn/</c>.</param>
    public LinkTracker(Uri address)
        : this(new LinkDomains(address)) { }

    /// <summary>The name under which a mini-program's page gets the code.</summary>
    public const string Parameter = "wl";

    /// <summary>Whether only links are replaced that open later: trials show all others as they are written.</summary>
    /// <value>The default value is false.</value>
    public bool OnlyClosed { get; init; }

    /// <summary>How many days links lead somewhere of which nothing else is said; null for ever.</summary>
    /// <value>The default value is null.</value>
    public int? UsualDays { get; init; }

    /// <summary>Where customers reach this installation's short links.</summary>
    public LinkDomains Domains => domains;

    /// <summary>The page that asks for the position (S0-38).</summary>
    /// <param name="code">The code of the question.</param>
    /// <param name="domain">The domain it is on; the usual one where there is no such domain.</param>
    public string Locate(string code, string? domain) =>
        Locating((domain is null ? null : domains.Find(domain)) ?? domains.Usual) + code;

    /// <summary>Replaces the links of a message.</summary>
    /// <param name="message">The message; nothing else of it changes.</param>
    /// <param name="terms">What holds for its links.</param>
    /// <returns>The message as it goes out, and its links.</returns>
    /// <exception cref="ArgumentException">The domain is none of this installation's.</exception>
    public (OutboundMessage Message, IReadOnlyList<LinkDropped> Links) Track(OutboundMessage message, LinkTerms terms)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(terms);
        var address = terms.Domain is { } name ? domains.Find(name) : domains.Usual;
        var begin = BaseOf(
            address ?? throw new ArgumentException($"'{terms.Domain}' has no short links.", nameof(terms))
        );
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

        string Shorten(string url) => IsTrackable(url) ? begin + Drop(url) : url;

        // A mini-program opens no address: its page tells the code by itself.
        string Mark(Attachment.MiniProgram page) =>
            page.Page.Length == 0
                ? page.Page
                : $"{page.Page}{(page.Page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Drop($"{page.AppId}:{page.Page}")}";

        string Drop(string target)
        {
            var code = LinkCode.Of(message.Key, links.Count);
            links.Add(
                new LinkDropped($"{message.Key}:{code}", message.Key, code, target, terms.Days, message.CreatedAt)
                {
                    OpensAt = terms.OpensAt > message.CreatedAt ? terms.OpensAt : null,
                    EndsAt = terms.EndOf(message.CreatedAt),
                    Audience = terms.Audience,
                }
            );
            return code;
        }
    }

    private bool IsTrackable(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var target)
        && target.Scheme is "http" or "https"
        && target.UserInfo.Length == 0
        && !_bases.Any(begin => url.StartsWith(begin, StringComparison.OrdinalIgnoreCase));

    private static string Locating(Uri address) => $"{address.AbsoluteUri.TrimEnd('/')}/locate/";

    private static string BaseOf(Uri address) => $"{address.AbsoluteUri.TrimEnd('/')}/l/";

    // An address ends where Chinese begins, and before the full stop of its sentence.
    [GeneratedRegex(
        """https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*[A-Za-z0-9\-_~/#=&%]""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Address();
}
