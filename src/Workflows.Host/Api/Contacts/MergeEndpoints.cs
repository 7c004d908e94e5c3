using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Contacts;

/// <summary>Contacts who may be one person: what waits for a decision, and the decision.</summary>
internal static class MergeEndpoints
{
    public static void MapMerges(this IEndpointRouteBuilder routes)
    {
        var merges = routes.MapGroup("/contact-merges").WithTags("Contacts");
        merges
            .MapGet("/", ListAsync)
            .WithSummary("A page of pairs of contacts that may be one person, by what was decided.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        merges
            .MapPost("/{first:guid}/{second:guid}/merge", MergeAsync)
            .Allow(Role.Operator)
            .WithSummary("Makes one contact of a pair; the older one stays.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        merges
            .MapPost("/{first:guid}/{second:guid}/part", PartAsync)
            .Allow(Role.Operator)
            .WithSummary(
                "Makes two contacts of a merged pair again, exactly as they were; what happened since stays with the older one."
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        merges
            .MapPost("/{first:guid}/{second:guid}/refuse", RefuseAsync)
            .Allow(Role.Operator)
            .WithSummary("Says that a pair stays two.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<Page<MergeCase>>, ProblemHttpResult>> ListAsync(
        [AsParameters] MergesQuery query,
        MergeStore merges,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadPlace(query.After, out var skip))
        {
            return Paging.UnknownCursor();
        }

        var limit = query.Limit ?? Paging.DefaultLimit;
        var state = query.State ?? MergeState.Proposed;
        var page = await merges.ListAsync(Tenants.Default, state, skip, limit, cancellationToken);
        var next = Paging.Next(skip, limit, page.Count);
        return TypedResults.Ok(new Page<MergeCase>(page, next));
    }

    private static Task<Results<NoContent, ProblemHttpResult>> MergeAsync(
        Guid first,
        Guid second,
        ClaimsPrincipal user,
        MergeStore merges,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        ActAsync(
            merges,
            first,
            second,
            one => merges.MergeAsync(Tenants.Default, one, NameOf(user), clock.GetUtcNow(), cancellationToken),
            cancellationToken
        );

    private static Task<Results<NoContent, ProblemHttpResult>> PartAsync(
        Guid first,
        Guid second,
        ClaimsPrincipal user,
        MergeStore merges,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        ActAsync(
            merges,
            first,
            second,
            one => merges.PartAsync(Tenants.Default, one, NameOf(user), clock.GetUtcNow(), cancellationToken),
            cancellationToken
        );

    private static Task<Results<NoContent, ProblemHttpResult>> RefuseAsync(
        Guid first,
        Guid second,
        ClaimsPrincipal user,
        MergeStore merges,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        ActAsync(
            merges,
            first,
            second,
            one =>
                merges.DecideAsync(
                    Tenants.Default,
                    one,
                    MergeState.Refused,
                    NameOf(user),
                    clock.GetUtcNow(),
                    cancellationToken
                ),
            cancellationToken
        );

    private static async Task<Results<NoContent, ProblemHttpResult>> ActAsync(
        MergeStore merges,
        Guid first,
        Guid second,
        Func<MergeCase, Task<bool>> act,
        CancellationToken cancellationToken
    )
    {
        if (await merges.FindAsync(Tenants.Default, first, second, cancellationToken) is not { } one)
        {
            return Problems.NotFound($"There is no case of {first} and {second}.");
        }

        return await act(one)
            ? TypedResults.NoContent()
            : Problems.Conflict($"The case is {one.State}: this cannot be done with it now.");
    }

    private static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "api";
}
