using System.Text;
using Microsoft.Net.Http.Headers;
using Workflows.Host.Studio;

namespace Workflows.Host.Api;

/// <summary>The page at <c>/</c>: what runs here and where to go on, in Chinese or English.</summary>
internal static class StartPage
{
    private static readonly string English = Read("start-en.html");
    private static readonly string Chinese = Read("start-zh.html");

    public static void MapStartPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", Answer).AllowAnonymous().ExcludeFromDescription();

    private static IResult Answer(HttpRequest request)
    {
        var page = Language.IsChinese(Language.Preferred(request)) ? Chinese : English;
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
        headers.Vary = HeaderNames.AcceptLanguage;
        var address = $"{request.Scheme}://{request.Host}";
        return Results.Content(
            page.Replace("{{address}}", System.Net.WebUtility.HtmlEncode(address), StringComparison.Ordinal),
            "text/html",
            Encoding.UTF8
        );
    }

    private static string Read(string name)
    {
        using var stream = typeof(StartPage).Assembly.GetManifestResourceStream($"Workflows.Host.Pages.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
