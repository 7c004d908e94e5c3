using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Host.Distribution;
using Workflows.Marketing.Content;
using Workflows.Storage.Content;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Content;

/// <summary>Contents of headquarters given out to the staff, and who used them (S1-40).</summary>
internal static class DistributionEndpoints
{
    public static void MapDistributions(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/content/{id}/versions/{version:int}/distributions", GiveAsync)
            .Allow(Role.Operator)
            .WithTags("Content")
            .WithSummary(
                "Gives an approved version to members of the staff: each gets it as a task, with the same material."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        var distributions = routes.MapGroup("/content-distributions").WithTags("Content");
        distributions
            .MapGet("/", ListAsync)
            .WithSummary("What was given out to the staff, the newest first, with who used it.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        distributions
            .MapGet("/{id}", GetAsync)
            .WithSummary("One content given out, with who used it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<DistributionBody>, ProblemHttpResult>> GiveAsync(
        string id,
        int version,
        ContentToGive body,
        ClaimsPrincipal user,
        ContentGiver giver,
        CancellationToken cancellationToken
    ) =>
        await giver.GiveAsync(new ContentRef(id, version), body, user.Identity?.Name ?? "", cancellationToken) switch
        {
            Giving.Given given => TypedResults.Ok(DistributionBody.From(given.Report)),
            Giving.Mistaken mistaken => Problems.BadRequest(mistaken.Detail),
            Giving.Unknown unknown => Problems.NotFound(unknown.Detail),
            Giving.Impossible impossible => Problems.Conflict(impossible.Detail),
            _ => throw new UnreachableException(),
        };

    private static async Task<Results<Ok<Page<DistributionBody>>, ProblemHttpResult>> ListAsync(
        string? after,
        int? limit,
        DistributionLedger ledger,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadPlace(after, out var skip))
        {
            return Paging.UnknownCursor();
        }

        var count = limit ?? Paging.DefaultLimit;
        var page = await ledger.ListAsync(Tenants.Default, skip, count, cancellationToken);
        return TypedResults.Ok(
            new Page<DistributionBody>([.. page.Select(DistributionBody.From)], Paging.Next(skip, count, page.Count))
        );
    }

    private static async Task<Results<Ok<DistributionBody>, ProblemHttpResult>> GetAsync(
        string id,
        DistributionLedger ledger,
        CancellationToken cancellationToken
    ) =>
        await ledger.FindAsync(Tenants.Default, id, cancellationToken) is { } report
            ? TypedResults.Ok(DistributionBody.From(report))
            : Problems.NotFound($"Nothing was given out as '{id}'.");
}
