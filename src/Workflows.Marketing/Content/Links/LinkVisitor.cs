namespace Workflows.Marketing.Content;

/// <summary>Tells people from programs among those who follow a link: previews, crawlers and scanners are not clicks.</summary>
public static class LinkVisitor
{
    private static readonly string[] Programs =
    [
        "bot",
        "crawl",
        "spider",
        "slurp",
        "preview",
        "facebookexternalhit",
        "whatsapp",
        "curl/",
        "wget/",
        "python-",
        "go-http-client",
        "okhttp",
        "java/",
        "headless",
        "monitor",
        "scan",
        // WeChat's own look at a page before it is shown in a chat.
        "wechatshareextension",
        "mpcrawler",
    ];

    /// <summary>Whether a request is that of a person.</summary>
    /// <param name="agent">Its <c>User-Agent</c>.</param>
    /// <param name="purpose">Its <c>Sec-Purpose</c>, <c>Purpose</c> or <c>X-Purpose</c>: browsers that fetch ahead say so.</param>
    public static bool IsPerson(string? agent, string? purpose) =>
        !string.IsNullOrWhiteSpace(agent)
        && !Programs.Any(program => agent.Contains(program, StringComparison.OrdinalIgnoreCase))
        && purpose?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) is not true
        && purpose?.Contains("preview", StringComparison.OrdinalIgnoreCase) is not true;
}
