using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Contacts;

/// <summary>What the pools are like.</summary>
internal static class PoolEndpoints
{
    public static void MapPools(this IEndpointRouteBuilder routes)
    {
        var pools = routes.MapGroup("/pools").WithTags("Contacts");
        pools
            .MapGet("/", ListAsync)
            .WithSummary("The pools: volume, unit value, and where their contacts are at home.");
        pools
            .MapPut("/{name}", SaveAsync)
            .Allow(Role.Consultant)
            .WithSummary("Says what a pool is like in this workspace.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<IReadOnlyList<PoolBody>>> ListAsync(
        PoolCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok<IReadOnlyList<PoolBody>>([
            .. (await catalog.GetAsync(cancellationToken)).Select(PoolBody.From),
        ]);

    private static async Task<Results<Ok<PoolBody>, ProblemHttpResult>> SaveAsync(
        string name,
        PoolBody body,
        PoolCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var profile = body.ToProfile(name);
        return await catalog.SaveAsync(profile, cancellationToken) is { Count: > 0 } mistakes
            ? Problems.From(mistakes, "The pool cannot be kept.")
            : TypedResults.Ok(PoolBody.From(profile));
    }
}
