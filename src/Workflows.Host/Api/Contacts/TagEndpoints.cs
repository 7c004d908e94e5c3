using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Contacts;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Contacts;

/// <summary>The catalogue of tags, group by group.</summary>
internal static class TagEndpoints
{
    public static void MapTags(this IEndpointRouteBuilder routes)
    {
        var tags = routes.MapGroup("/tags").WithTags("Contacts");
        tags.MapGet("/", ListAsync)
            .WithSummary("The groups of tags, with family and whether their tags exclude each other.");
        tags.MapPut("/{group}", SaveAsync)
            .Allow(Role.Consultant)
            .WithSummary("Adds a group of tags, or replaces it.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        tags.MapPost("/merge", MergeAsync)
            .Allow(Role.Consultant)
            .WithSummary("Makes one tag of two: for all contacts and in the catalogue, all of it or nothing.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        tags.MapDelete("/{group}", RemoveAsync)
            .Allow(Role.Consultant)
            .WithSummary("Takes a group out of the catalogue; contacts keep its tags.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<IReadOnlyList<TagGroupBody>>> ListAsync(
        TagCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok<IReadOnlyList<TagGroupBody>>([
            .. (await catalog.GetAsync(cancellationToken)).Groups.Select(TagGroupBody.From),
        ]);

    private static async Task<Results<Ok<TagGroupBody>, ProblemHttpResult>> SaveAsync(
        string group,
        TagGroupBody body,
        TagCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var saved = body.ToGroup(group);
        return await catalog.SaveAsync(saved, cancellationToken) is { Count: > 0 } mistakes
            ? Problems.From(mistakes, "The group cannot be kept.")
            : TypedResults.Ok(TagGroupBody.From(saved));
    }

    private static async Task<Results<Ok<TagsMerged>, ProblemHttpResult>> MergeAsync(
        TagMergeBody body,
        TagMerger merger,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        if (TagMerger.Mistake(body.From, body.Into) is { } mistake)
        {
            return Problems.BadRequest(mistake);
        }

        var (from, into) = (body.From!.Trim(), body.Into!.Trim());
        return await merger.MergeAsync(from, into, user.Identity?.Name ?? "", cancellationToken) is { } count
            ? TypedResults.Ok(new TagsMerged(from, into, count))
            : Problems.NotFound($"There is no tag '{from}'.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string group,
        TagCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        await catalog.RemoveAsync(group, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound($"There is no group of tags '{group}'.");
}
