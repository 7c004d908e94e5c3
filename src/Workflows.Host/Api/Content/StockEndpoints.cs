using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Content;

/// <summary>The counters of limited values that contents give (S2-22).</summary>
internal static class StockEndpoints
{
    public static void MapStocks(this IEndpointRouteBuilder routes)
    {
        var stocks = routes.MapGroup("/stocks").WithTags("Content");
        stocks
            .MapGet("/", ListAsync)
            .WithSummary("The counters of limited values, with how many are taken and left.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        stocks.MapGet("/{name}", GetAsync).WithSummary("One counter.").ProducesProblem(StatusCodes.Status404NotFound);
        stocks
            .MapPut("/{name}", SaveAsync)
            .Allow(Role.Operator)
            .WithSummary("Adds a counter, or says how many there are and until when; what is taken stays.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<Results<Ok<Page<StockBody>>, ProblemHttpResult>> ListAsync(
        string? after,
        int? limit,
        IStockLedger stocks,
        CancellationToken cancellationToken
    ) =>
        Paging.ByNameAsync(
            after,
            limit,
            (last, count) => stocks.ListAsync(Tenants.Default, last, count, cancellationToken),
            stock => stock.Name,
            StockBody.From
        );

    private static async Task<Results<Ok<StockBody>, ProblemHttpResult>> GetAsync(
        string name,
        IStockLedger stocks,
        CancellationToken cancellationToken
    ) =>
        await stocks.FindAsync(Tenants.Default, name, cancellationToken) is { } stock
            ? TypedResults.Ok(StockBody.From(stock))
            : Problems.NotFound($"There is no stock '{name}'.");

    private static async Task<Results<Ok<StockBody>, ProblemHttpResult>> SaveAsync(
        string name,
        StockToKeep body,
        IStockLedger stocks,
        CancellationToken cancellationToken
    )
    {
        if (!Stock.IsName(name) || body.Total is < 0 or > Stock.Most)
        {
            return Problems.BadRequest(
                $"A name has 1 to 64 lower case letters, digits and hyphens; 'total' is a number from 0 to {Stock.Most}."
            );
        }

        var stock = new Stock(name, body.Total) { EndsAt = body.EndsAt?.ToUniversalTime() };
        return await stocks.SaveAsync(Tenants.Default, stock, cancellationToken)
            ? TypedResults.Ok(StockBody.From((await stocks.FindAsync(Tenants.Default, name, cancellationToken))!))
            : Problems.Conflict($"More than {body.Total} of '{name}' are taken already.");
    }
}
