using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Storage.Contacts;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Contacts;

/// <summary>One customer: all that is known, and all of it gone.</summary>
internal static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        var contacts = routes.MapGroup("/contacts").WithTags("Contacts");
        contacts
            .MapGet("/{id:guid}/360", GetAsync)
            .WithSummary("Everything about a contact, with a page of its timeline, newest first.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        contacts
            .MapGet("/{id:guid}/export", ExportAsync)
            .Allow(Role.Operator)
            .WithSummary("All that is kept of a contact, for the person it is about.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        contacts
            .MapDelete("/{id:guid}", EraseAsync)
            .Allow(Role.Administrator)
            .WithSummary("Erases a contact with everything that names or describes it. There is no way back.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<OverviewBody>, ProblemHttpResult>> GetAsync(
        Guid id,
        [AsParameters] OverviewQuery query,
        ContactOverviews overviews,
        MergeStore merges,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        if (!TimelineCursor.TryParse(query.After, out var cursor))
        {
            return Paging.UnknownCursor();
        }

        // Whoever kept the id of a contact that became part of another one finds that one.
        var heir = await merges.FindHeirAsync(Tenants.Default, id, cancellationToken) ?? id;
        var limit = query.Limit ?? Paging.DefaultLimit;
        return await overviews.FindAsync(Tenants.Default, heir, cursor, limit, cancellationToken) is { } overview
            ? TypedResults.Ok(OverviewBody.From(overview))
            : NotFound(id);
    }

    private static async Task<Results<Ok<OverviewBody>, ProblemHttpResult>> ExportAsync(
        Guid id,
        ContactOverviews overviews,
        StaffActLedger acts,
        ClaimsPrincipal user,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await overviews.ExportAsync(Tenants.Default, id, cancellationToken) is not { } all)
        {
            return NotFound(id);
        }

        var by = user.Identity?.Name ?? "api";
        await acts.NoteExportAsync(Tenants.Default, id, by, clock.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(OverviewBody.From(all));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(
        Guid id,
        ContactErasure erasure,
        CancellationToken cancellationToken
    ) => await erasure.EraseAsync(Tenants.Default, id, cancellationToken) ? TypedResults.NoContent() : NotFound(id);

    private static ProblemHttpResult NotFound(Guid id) => Problems.NotFound($"There is no contact {id}.");
}
