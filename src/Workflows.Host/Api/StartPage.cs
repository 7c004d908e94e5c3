using System.Text;
using Microsoft.Net.Http.Headers;

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
        var page = PrefersChinese(request) ? Chinese : English;
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

    private static bool PrefersChinese(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "zh" or "en")
            is "zh";

    private static string Read(string name)
    {
        using var stream = typeof(StartPage).Assembly.GetManifestResourceStream($"Workflows.Host.Pages.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
