using Workflows.Host.Api;
using Workflows.Host.Studio;

namespace Workflows.Host.Links;

/// <summary>What somebody sees whose link leads nowhere: a page for a person with a browser, a problem for a program.</summary>
internal static class MissingPage
{
    private static readonly Page Said = Page.Read("said.html");

    public static IResult Answer(HttpContext context) =>
        context
            .Request.GetTypedHeaders()
            .Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
            ? Said.Answer(
                context,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Title"] = "链接不存在 · No such link",
                    ["Zh"] = "链接不存在，或已失效。",
                    ["En"] = "There is no such link, or it is over.",
                },
                StatusCodes.Status404NotFound
            )
            : Problems.NotFound("There is no such link.");
}
