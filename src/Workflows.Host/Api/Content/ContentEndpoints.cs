using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Content;

/// <summary>The content library: what is written, and where it stands (S3-60).</summary>
internal static class ContentEndpoints
{
    public static void MapContent(this IEndpointRouteBuilder routes)
    {
        var content = routes.MapGroup("/content").WithTags("Content");
        content
            .MapGet("/", ListAsync)
            .WithSummary("A page of contents, each by its newest version.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        content
            .MapGet("/{id}", GetAsync)
            .WithSummary("One content: its newest version, or the one asked for (?version=).")
            .ProducesProblem(StatusCodes.Status404NotFound);
        content
            .MapGet("/{id}/versions", VersionsAsync)
            .WithSummary("Every version of a content, the newest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        content
            .MapGet("/{id}/history", HistoryAsync)
            .WithSummary("Who took which step with a content, the latest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        content
            .MapPut("/{id}", WriteAsync)
            .Allow(Role.Operator)
            .Accepts<ContentItem>("application/json")
            .WithSummary("Writes a content as a draft: over its draft, else as its next version.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapGet("/content-kinds", Kinds).WithTags("Content").WithSummary("The kinds of content there are.");
    }

    private static async Task<Results<Ok<Page<ContentBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ContentListQuery query,
        IContentStore store,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        var asked = query.ToQuery();
        var page = await store.ListAsync(Tenants.Default, asked, cancellationToken);
        var next = page.Count < asked.Take ? null : page[^1].Item.Id;
        return TypedResults.Ok(new Page<ContentBody>([.. page.Select(ContentBody.From)], next));
    }

    private static async Task<Results<Ok<ContentBody>, ProblemHttpResult>> GetAsync(
        string id,
        int? version,
        IContentStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(Tenants.Default, new ContentRef(id, version), cancellationToken) is { } found
            ? TypedResults.Ok(ContentBody.From(found))
            : Problems.NotFound($"There is no content '{new ContentRef(id, version)}'.");

    private static async Task<Results<Ok<Page<ContentBody>>, ProblemHttpResult>> VersionsAsync(
        string id,
        IContentStore store,
        CancellationToken cancellationToken
    ) =>
        await store.VersionsAsync(Tenants.Default, id, cancellationToken) is { Count: > 0 } versions
            ? TypedResults.Ok(new Page<ContentBody>([.. versions.Select(ContentBody.From)], null))
            : Problems.NotFound($"There is no content '{id}'.");

    private static async Task<Results<Ok<Page<ContentMove>>, ProblemHttpResult>> HistoryAsync(
        string id,
        IContentStore store,
        CancellationToken cancellationToken
    ) =>
        await store.MovesAsync(Tenants.Default, id, cancellationToken) is { Count: > 0 } moves
            ? TypedResults.Ok(new Page<ContentMove>(moves, null))
            : Problems.NotFound($"There is no content '{id}'.");

    private static async Task<Results<Ok<ContentBody>, ProblemHttpResult>> WriteAsync(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        ContentLibrary library,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var (item, problem) = await ContentRequest.ReadAsync<ContentItem>(request, cancellationToken);
        if (item is null)
        {
            return problem!;
        }

        var saving = await library.WriteAsync(
            Tenants.Default,
            item with
            {
                Id = id,
            },
            user.Identity?.Name ?? "",
            clock.GetUtcNow(),
            cancellationToken
        );
        return ContentRequest.Answer(saving, request);
    }

    private static Ok<Page<ContentKindBody>> Kinds(ContentKinds kinds, HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        return TypedResults.Ok(
            new Page<ContentKindBody>([.. kinds.All.Select(kind => ContentKindBody.From(kind, language))], null)
        );
    }
}
