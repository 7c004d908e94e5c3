using Microsoft.Net.Http.Headers;
using Workflows.Host.Composition;
using Workflows.Host.Links;
using Workflows.Host.Studio;
using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Host.WeCom;

/// <summary>
/// <c>/way/NAME</c>: the page for customers who come by a way from an advertisement, an article or a message (S0-36): its code, and what to do
/// with it step by step.
/// </summary>
internal static class WayPages
{
    private const int PictureSeconds = 600;

    private static readonly Page Guide = Page.Read("way.html");

    public static void MapWayPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes
            .MapGroup("/way")
            .AllowAnonymous()
            .ExcludeFromDescription()
            .RequireRateLimiting(LinkRate.PolicyName);
        pages.MapGet("/{name}", ShowAsync);
        pages.MapGet("/{name}/qr", PictureAsync);
    }

    private static async Task<IResult> ShowAsync(
        string name,
        HttpContext context,
        IWayStore ways,
        IStoreRegister stores,
        CancellationToken cancellationToken
    )
    {
        if (await WayEndpoints.FindReadyAsync(name, ways, cancellationToken) is not { } way)
        {
            return MissingPage.Answer(context);
        }

        var store = way.Spec.Store is { } id ? await stores.FindAsync(Tenants.Default, id, cancellationToken) : null;
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return Guide.Answer(context, Words(way, store?.Name, Language.Preferred(context.Request)));
    }

    private static Dictionary<string, string> Words(Way way, string? store, string language)
    {
        var isChinese = Language.IsChinese(language);
        var steps = WayWords.OnPhone(way.Spec.Kind, isChinese);
        var isLink = way.Spec.Kind == WayKind.Link;
        return new(StringComparer.Ordinal)
        {
            ["Language"] = language,
            ["Title"] = WayPoster.Title(way, store),
            ["Name"] = way.Spec.Name,
            ["Alt"] = WayWords.Scan(isChinese),
            ["First"] = steps[0],
            ["Second"] = steps[1],
            ["Third"] = steps[2],
            ["Link"] = isLink ? way.Address! : "",
            ["Open"] = isChinese ? "打开微信" : "Open WeChat",
            ["Hidden"] = isLink ? "" : "hidden",
        };
    }

    private static async Task<IResult> PictureAsync(
        string name,
        HttpContext context,
        IWayStore ways,
        WayPictures pictures,
        CancellationToken cancellationToken
    )
    {
        if (
            await WayEndpoints.FindReadyAsync(name, ways, cancellationToken) is not { } way
            || await pictures.ReadAsync(way, cancellationToken) is not { } picture
        )
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = $"public, max-age={PictureSeconds}";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(picture.Bytes, picture.Type);
    }
}
