using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Links;

namespace Workflows.Host.Api.Content;

/// <summary>What came of what was said.</summary>
internal static class FigureEndpoints
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/content/{id}/figures", OfContentAsync)
            .WithTags("Content")
            .WithSummary("How often each version of a content was sent, and its links clicked.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes
            .MapGet("/attribution", SalesAsync)
            .WithTags("Content")
            .WithSummary("The orders of a time, each counted once for the last link within its window.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<Page<ContentFigures>>, ProblemHttpResult>> OfContentAsync(
        string id,
        IContentStore contents,
        LinkFigures figures,
        CancellationToken cancellationToken
    ) =>
        await contents.FindAsync(Tenants.Default, new ContentRef(id), cancellationToken) is null
            ? Problems.NotFound($"There is no content '{id}'.")
            : TypedResults.Ok(
                new Page<ContentFigures>(await figures.OfContentAsync(Tenants.Default, id, cancellationToken), null)
            );

    private static async Task<Results<Ok<Page<AttributedSales>>, ProblemHttpResult>> SalesAsync(
        [AsParameters] SalesQuery query,
        LinkFigures figures,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var to = query.To?.ToUniversalTime() ?? clock.GetUtcNow();
        var from = query.From?.ToUniversalTime() ?? to - Usual;
        if (from >= to || to - from > Longest)
        {
            return Problems.BadRequest("'from' lies before 'to', and at most 366 days before it.");
        }

        var sales = await figures.SalesAsync(
            Tenants.Default,
            from,
            to,
            query.By ?? SalesView.Content,
            cancellationToken
        );
        return TypedResults.Ok(new Page<AttributedSales>(sales, null));
    }
}
