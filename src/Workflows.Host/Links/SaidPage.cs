using Workflows.Host.Studio;

namespace Workflows.Host.Links;

/// <summary>A page that tells a customer one thing, in the language that the browser prefers.</summary>
/// <param name="chinese">What it says in Chinese.</param>
/// <param name="english">The same in English.</param>
internal sealed class SaidPage(SaidWords chinese, SaidWords english)
{
    private static readonly Page Shown = Page.Read("said.html");

    /// <summary>The page.</summary>
    /// <param name="context">Who asks for it.</param>
    /// <param name="status">The answer's status; 200 by default.</param>
    /// <param name="moment">A time to show large, or null.</param>
    /// <param name="home">Where its button leads back to, or null for none.</param>
    public IResult Answer(
        HttpContext context,
        int status = StatusCodes.Status200OK,
        string? moment = null,
        string? home = null
    )
    {
        var language = Language.Preferred(context.Request);
        var isChinese = Language.IsChinese(language);
        var words = isChinese ? chinese : english;
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Shown.Answer(
            context,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Language"] = language,
                ["Title"] = words.Title,
                ["Text"] = words.Text,
                ["Moment"] = moment ?? "",
                ["Home"] = home ?? "",
                ["Back"] = isChinese ? "返回首页" : "To our first page",
                ["Hidden"] = string.IsNullOrWhiteSpace(home) ? "hidden" : "",
            },
            status
        );
    }
}
