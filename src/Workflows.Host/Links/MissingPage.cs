using Workflows.Host.Api;

namespace Workflows.Host.Links;

/// <summary>What somebody sees whose link leads nowhere: a page for a person with a browser, a problem for a program.</summary>
internal static class MissingPage
{
    private static readonly SaidPage Said = new(
        new("链接不存在", "链接不存在，或已失效。"),
        new("No such link", "There is no such link, or it is over.")
    );

    public static IResult Answer(HttpContext context) =>
        context
            .Request.GetTypedHeaders()
            .Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
            ? Said.Answer(context, StatusCodes.Status404NotFound)
            : Problems.NotFound("There is no such link.");
}
