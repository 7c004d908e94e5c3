using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Media;

/// <summary><c>/media/{id}</c>: the uploaded file, for the phones' pages.</summary>
internal static class MediaRoutes
{
    public static void MapMedia(this IEndpointRouteBuilder routes, Company company) =>
        routes.MapGet(
            "/media/{id}",
            IResult (string id) =>
                company.See(() => company.Media.Find(id)) is { } item
                    ? TypedResults.Bytes(
                        item.Bytes,
                        item.ContentType.Length > 0 ? item.ContentType : "application/octet-stream"
                    )
                    : TypedResults.NotFound()
        );
}
