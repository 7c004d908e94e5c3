using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Stores;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Places;

/// <summary>Stores: what is known of them, and which are near.</summary>
internal static class StoreEndpoints
{
    private const double DefaultRadius = 5_000;

    public static void MapStores(this IEndpointRouteBuilder routes)
    {
        var stores = routes.MapGroup("/stores").WithTags("Places");
        stores.MapGet("/", ListAsync).WithSummary("A page of stores.").ProducesProblem(StatusCodes.Status400BadRequest);
        stores
            .MapGet("/nearest", NearestAsync)
            .WithSummary("The stores around a position, nearest first.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        stores.MapGet("/{id}", GetAsync).WithSummary("One store.").ProducesProblem(StatusCodes.Status404NotFound);
        stores
            .MapPut("/{id}", SaveAsync)
            .Allow(Role.Operator)
            .WithSummary("Adds a store, or replaces what is known of it.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<Results<Ok<Page<StoreBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PlacesQuery query,
        IStoreRegister stores,
        CancellationToken cancellationToken
    ) =>
        Paging.ByNameAsync(
            query.After,
            query.Limit,
            (after, limit) => stores.ListAsync(Tenants.Default, after, limit, cancellationToken),
            store => store.Id,
            StoreBody.From
        );

    private static async Task<Results<Ok<Page<NearbyBody>>, ProblemHttpResult>> NearestAsync(
        [AsParameters] NearestQuery query,
        StoreDirectory directory,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var position = new GeoPoint(query.Latitude, query.Longitude);
        if (!position.IsValid || query.Radius is not (null or >= 0))
        {
            return Problems.BadRequest("A latitude from -90 to 90, a longitude from -180 to 180, a radius from 0.");
        }

        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        var map = await directory.MapAsync(Tenants.Default, cancellationToken);
        var now = clock.GetUtcNow();
        var near = map.Around(position, query.Radius ?? DefaultRadius).Take(query.Limit ?? Paging.DefaultLimit);
        return TypedResults.Ok(new Page<NearbyBody>([.. near.Select(one => NearbyBody.From(one, now))], null));
    }

    private static async Task<Results<Ok<StoreBody>, ProblemHttpResult>> GetAsync(
        string id,
        IStoreRegister stores,
        CancellationToken cancellationToken
    ) =>
        await stores.FindAsync(Tenants.Default, id, cancellationToken) is { } store
            ? TypedResults.Ok(StoreBody.From(store))
            : Problems.NotFound($"There is no store '{id}'.");

    private static async Task<Results<Ok<StoreBody>, ProblemHttpResult>> SaveAsync(
        string id,
        StoreBody body,
        IStoreRegister stores,
        CancellationToken cancellationToken
    )
    {
        var store = body.ToStore(id);
        if (StoreValidator.Validate(store) is { Count: > 0 } mistakes)
        {
            return Problems.From(mistakes, "The store cannot be kept.");
        }

        await stores.SaveAsync(Tenants.Default, [store], cancellationToken);
        return TypedResults.Ok(StoreBody.From(store));
    }
}
