using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Content;

/// <summary>The library's files.</summary>
internal static class MediaEndpoints
{
    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        var media = routes.MapGroup("/media").WithTags("Content");
        media
            .MapGet("/", ListAsync)
            .WithSummary("A page of the library's files.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        media
            .MapGet("/{name}", GetAsync)
            .WithSummary("A file, as it was uploaded.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        media
            .MapPut("/{name}", AddAsync)
            .Allow(Role.Operator)
            .Accepts<byte[]>("*/*")
            .WithMetadata(new RequestSizeLimitAttribute(MediaUpload.Largest + 1))
            .WithSummary("Adds a file: its bytes are the body. A name keeps its bytes for ever.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        media
            .MapDelete("/{name}", RemoveAsync)
            .Allow(Role.Operator)
            .WithSummary("Removes a file that no content names.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<Page<MediaEntry>>, ProblemHttpResult>> ListAsync(
        string? after,
        int? limit,
        IMediaLibrary media,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        var count = limit ?? Paging.DefaultLimit;
        var page = await media.ListAsync(Tenants.Default, after, count, cancellationToken);
        return TypedResults.Ok(new Page<MediaEntry>(page, page.Count < count ? null : page[^1].Name));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetAsync(
        string name,
        HttpResponse response,
        IMediaLibrary media,
        CancellationToken cancellationToken
    )
    {
        if (
            await media.FindAsync(Tenants.Default, name, cancellationToken) is not { } entry
            || await media.ReadAsync(Tenants.Default, entry.Hash, cancellationToken) is not { } bytes
        )
        {
            return Problems.NotFound($"The library has no file '{name}'.");
        }

        // Whatever is in it, a browser takes it for nothing but what it says it is.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(
            bytes,
            entry.ContentType,
            entry.Type == MediaType.File ? entry.Name : null,
            lastModified: entry.AddedAt
        );
    }

    private static async Task<Results<Ok<MediaEntry>, ProblemHttpResult>> AddAsync(
        string name,
        HttpRequest request,
        ClaimsPrincipal user,
        MediaUpload upload,
        CancellationToken cancellationToken
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var (entry, mistakes) = await upload.AddAsync(
            Tenants.Default,
            name,
            body.ToArray(),
            user.Identity?.Name ?? "",
            cancellationToken
        );
        return entry is not null ? TypedResults.Ok(entry) : Problems.From(mistakes, "The file cannot be kept.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string name,
        IMediaLibrary media,
        IContentStore contents,
        CancellationToken cancellationToken
    ) =>
        await contents.NamesFileAsync(Tenants.Default, name, cancellationToken)
            ? Problems.Conflict($"A content names the file '{name}'.")
        : await media.RemoveAsync(Tenants.Default, name, cancellationToken) ? TypedResults.NoContent()
        : Problems.NotFound($"The library has no file '{name}'.");
}
