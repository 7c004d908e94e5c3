using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Service.Orders;
using Workflows.Storage.Users;

namespace Workflows.Host.Service;

/// <summary>Work orders: what customers wanted, who served them, what became of it (S0-57, S0-58).</summary>
internal static class WorkOrderEndpoints
{
    public static void MapWorkOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/work-orders").WithTags("Service");
        orders
            .MapGet("/", ListAsync)
            .WithSummary("A page of the work orders, the latest first.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        orders
            .MapGet("/{id:guid}", GetAsync)
            .WithSummary("A work order with its history.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        orders
            .MapPost("/", WorkOrderSteps.OpenAsync)
            .Allow(Role.Operator)
            .WithSummary("Opens a work order by hand.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        Step(orders, "close", WorkOrderSteps.CloseAsync, "Closes a work order; journeys hear workorder.closed.");
        Step(orders, "merge", WorkOrderSteps.MergeAsync, "Makes a work order part of another one of the same contact.");
        Step(
            orders,
            "split",
            WorkOrderSteps.SplitAsync,
            "Makes another work order of what was said from an instant on."
        );
    }

    private static void Step(RouteGroupBuilder orders, string word, Delegate handler, string summary) =>
        orders
            .MapPost($"/{{id:guid}}/{word}", handler)
            .Allow(Role.Operator)
            .WithSummary(summary)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Page<WorkOrderBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] WorkOrdersQuery query,
        IWorkOrderStore orders,
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
        var page = await orders.ListAsync(
            Tenants.Default,
            new WorkOrderQuery(query.State, query.Staff, query.Contact, skip, limit),
            cancellationToken
        );
        return TypedResults.Ok(
            new Page<WorkOrderBody>([.. page.Select(WorkOrderBody.From)], Paging.Next(skip, limit, page.Count))
        );
    }

    private static async Task<Results<Ok<WorkOrderHistoryBody>, ProblemHttpResult>> GetAsync(
        Guid id,
        IWorkOrderStore orders,
        CancellationToken cancellationToken
    )
    {
        if (await orders.FindAsync(Tenants.Default, id, cancellationToken) is not { } order)
        {
            return WorkOrderSteps.NotFound(id);
        }

        var entries = await orders.ListEntriesAsync(Tenants.Default, id, cancellationToken);
        return TypedResults.Ok(
            new WorkOrderHistoryBody(WorkOrderBody.From(order), [.. entries.Select(WorkOrderEntryBody.From)])
        );
    }
}
