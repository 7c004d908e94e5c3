using Workflows.Host.Studio;
using Workflows.Storage.Links;

namespace Workflows.Host.Links;

/// <summary>What customers see who follow a link that has ended (S0-61): a word, a way back where there is one, and nothing of where it led.</summary>
/// <param name="clock">What time it is.</param>
/// <param name="home">Where the page leads back to, or null.</param>
internal sealed class EndedPage(TimeProvider clock, string? home)
{
    private static readonly Page Shown = Page.Read("link-ended.html");

    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["Language"] = Language.Chinese,
        ["Title"] = "链接已过期",
        ["Text"] = "活动已经结束，或链接的有效期已过。您可以在与我们的聊天中索取新的链接。",
        ["Back"] = "返回首页",
    };

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["Language"] = Language.English,
        ["Title"] = "This link has ended",
        ["Text"] = "The offer is over, or the link was valid for a time only. Ask us for a new one in our chat.",
        ["Back"] = "To our first page",
    };

    /// <summary>Whether a link has ended.</summary>
    public bool Holds(FollowedLink link) => link.EndsAt <= clock.GetUtcNow();

    /// <summary>The page of a link that has ended.</summary>
    public IResult Answer(HttpContext context)
    {
        var isChinese = Language.IsChinese(Language.Preferred(context.Request));
        var hasHome = !string.IsNullOrWhiteSpace(home);
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Shown.Answer(
            context,
            new Dictionary<string, string>(isChinese ? Chinese : English, StringComparer.Ordinal)
            {
                ["Home"] = hasHome ? home! : "",
                ["Hidden"] = hasHome ? "" : "hidden",
            },
            StatusCodes.Status410Gone
        );
    }
}
