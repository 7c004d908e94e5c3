using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Host.WeCom;

/// <summary>Posters to be printed: of one way, and of all ways whose codes hang in a store (S0-36).</summary>
internal static class PosterEndpoints
{
    private const string NoPicture = "WeCom does not give the picture of the code.";

    public static void MapPosters(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/wecom/ways/{name}/poster", OfWayAsync)
            .WithTags("WeCom")
            .WithSummary("A poster with the QR code, one page to be printed: ?title= and ?text= are on it.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        routes
            .MapGet("/stores/{id}/posters", OfStoreAsync)
            .WithTags("WeCom")
            .WithSummary("The posters of all ways whose codes hang in a store, a page each, to be printed.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> OfWayAsync(
        string name,
        string? title,
        string? text,
        HttpRequest request,
        IWayStore store,
        WayPictures pictures,
        CancellationToken cancellationToken
    )
    {
        if (await WayEndpoints.FindReadyAsync(name, store, cancellationToken) is not { } way)
        {
            return WayEndpoints.Unknown(name);
        }

        var poster = Poster(request);
        return await pictures.ReadAsync(way, cancellationToken) is { } picture
            ? Html(poster.Document(WayPoster.Title(way, title), [poster.Sheet(way, picture, title, text)]))
            : WeComAnswers.Refused(NoPicture);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> OfStoreAsync(
        string id,
        HttpRequest request,
        IStoreRegister stores,
        StorePosters posters,
        CancellationToken cancellationToken
    )
    {
        if (await stores.FindAsync(Tenants.Default, id, cancellationToken) is not { } store)
        {
            return Problems.NotFound($"There is no store '{id}'.");
        }

        var printed = await posters.PrintAsync(store, Poster(request), cancellationToken);
        return printed.Sheets == 0
                ? Problems.NotFound($"No code hangs in the store '{id}': name it as the store of a way.")
            : printed.Html is null ? WeComAnswers.Refused(NoPicture)
            : Html(printed.Html);
    }

    private static WayPoster Poster(HttpRequest request) =>
        new(RequestLanguage.Of(request) != Workflows.Expressions.Diagnostics.Language.English);

    private static ContentHttpResult Html(string html) => TypedResults.Content(html, "text/html; charset=utf-8");
}
