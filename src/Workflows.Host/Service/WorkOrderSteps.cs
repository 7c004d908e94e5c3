using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service;
using Workflows.Marketing.Service.Orders;

namespace Workflows.Host.Service;

/// <summary>What people do with work orders.</summary>
internal static class WorkOrderSteps
{
    public static async Task<Results<Created<WorkOrderBody>, ProblemHttpResult>> OpenAsync(
        NewWorkOrder wanted,
        ClaimsPrincipal user,
        WorkOrderDesk desk,
        IContactStore contacts,
        WorkOrderNews news,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (wanted.Mistake is { } mistake)
        {
            return Problems.BadRequest(mistake);
        }

        var contact = wanted.Contact!.Value;
        if (await contacts.FindAsync(Tenants.Default, contact, cancellationToken) is null)
        {
            return Problems.NotFound($"There is no contact {contact}.");
        }

        var now = clock.GetUtcNow();
        var order = new WorkOrder(Guid.CreateVersion7(now), contact, now)
        {
            Topic = Filled(wanted.Topic),
            Demand = Filled(wanted.Demand),
            Staff = Filled(wanted.Staff),
        };
        await desk.OpenAsync(order, By(user), cancellationToken);
        await news.TellAsync(order with { Revision = 1 }, ServiceEvents.Opened, cancellationToken);
        return TypedResults.Created($"/api/work-orders/{order.Id}", WorkOrderBody.From(order));
    }

    public static async Task<Results<Ok<WorkOrderBody>, ProblemHttpResult>> CloseAsync(
        Guid id,
        WorkOrderClosing body,
        ClaimsPrincipal user,
        WorkOrderDesk desk,
        WorkOrderNews news,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var outcome = body.Outcome ?? WorkOrderOutcome.Resolved;
        if (!WorkOrderOutcome.All.Contains(outcome, StringComparer.Ordinal))
        {
            return Problems.BadRequest($"'outcome' is one of {string.Join(", ", WorkOrderOutcome.All)}.");
        }

        if (await desk.FindAsync(id, cancellationToken) is not { } order)
        {
            return NotFound(id);
        }

        var key = $"close:{id:N}:{order.Revision}";
        var closed = await desk.CloseAsync(id, outcome, key, By(user), clock.GetUtcNow(), cancellationToken);
        if (closed is null)
        {
            return Problems.Conflict($"The work order is {order.State} already.");
        }

        await news.TellAsync(closed, ServiceEvents.Closed, cancellationToken);
        return TypedResults.Ok(WorkOrderBody.From(closed));
    }

    public static async Task<Results<Ok<WorkOrderBody>, ProblemHttpResult>> MergeAsync(
        Guid id,
        WorkOrderMerging body,
        ClaimsPrincipal user,
        WorkOrderDesk desk,
        WorkOrderSorting sorting,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (body.Into is not { } into)
        {
            return Problems.BadRequest("'into' is the id of a work order.");
        }

        if (await desk.FindAsync(id, cancellationToken) is null)
        {
            return NotFound(id);
        }

        return await sorting.MergeAsync(id, into, By(user), clock.GetUtcNow(), cancellationToken) is { } order
            ? TypedResults.Ok(WorkOrderBody.From(order))
            : Problems.Conflict("These are not two work orders of one contact, or one of them is part of another.");
    }

    public static async Task<Results<Ok<WorkOrderBody>, ProblemHttpResult>> SplitAsync(
        Guid id,
        WorkOrderSplitting body,
        ClaimsPrincipal user,
        WorkOrderDesk desk,
        WorkOrderSorting sorting,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (body.Since is not { } since)
        {
            return Problems.BadRequest("'since' is an instant, with its offset from UTC.");
        }

        if (await desk.FindAsync(id, cancellationToken) is null)
        {
            return NotFound(id);
        }

        return await sorting.SplitAsync(id, since, By(user), clock.GetUtcNow(), cancellationToken) is { } order
            ? TypedResults.Ok(WorkOrderBody.From(order))
            : Problems.Conflict("Nothing was said since, or nothing before, or the work order is part of another.");
    }

    public static ProblemHttpResult NotFound(Guid id) => Problems.NotFound($"There is no work order {id}.");

    private static string By(ClaimsPrincipal user) => user.Identity?.Name ?? "";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
