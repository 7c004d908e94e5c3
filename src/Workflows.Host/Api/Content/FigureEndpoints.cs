using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Content;
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
        routes
            .MapGet("/scripts/figures", OfScriptsAsync)
            .WithTags("Content")
            .WithSummary(
                "How often scripts were sent and copied in a time, and how many of those who heard them bought."
            )
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
        var (from, to) = Time(query.From, query.To, clock);
        if (!IsTime(from, to))
        {
            return NoTime();
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

    private static async Task<Results<Ok<Page<ScriptFigure>>, ProblemHttpResult>> OfScriptsAsync(
        [AsParameters] ScriptFiguresQuery query,
        ScriptFigures figures,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = Time(query.From, query.To, clock);
        if (!IsTime(from, to))
        {
            return NoTime();
        }

        var said = await figures.OfAsync(Tenants.Default, from, to, query.Category, cancellationToken);
        return TypedResults.Ok(new Page<ScriptFigure>(said, null));
    }

    private static (DateTimeOffset From, DateTimeOffset To) Time(
        DateTimeOffset? from,
        DateTimeOffset? to,
        TimeProvider clock
    )
    {
        var end = to?.ToUniversalTime() ?? clock.GetUtcNow();
        return (from?.ToUniversalTime() ?? end - Usual, end);
    }

    private static bool IsTime(DateTimeOffset from, DateTimeOffset to) => from < to && to - from <= Longest;

    private static ProblemHttpResult NoTime() =>
        Problems.BadRequest("'from' lies before 'to', and at most 366 days before it.");
}
