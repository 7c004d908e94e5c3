using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Service.FollowUps;
using Workflows.Storage.Service;
using Workflows.Storage.Users;

namespace Workflows.Host.Service;

/// <summary>Follow-up records: they write themselves from calls, text messages and chats, and people correct them (S0-55).</summary>
internal static class FollowUpEndpoints
{
    public static void MapFollowUps(this IEndpointRouteBuilder routes)
    {
        var records = routes.MapGroup("/contacts/{id:guid}/follow-ups").WithTags("Service");
        records
            .MapGet("/", ListAsync)
            .WithSummary("A page of the contact's follow-up records, the latest first.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        records
            .MapPut("/", EditAsync)
            .Allow(Role.Operator)
            .WithSummary("Changes what a follow-up record says.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Page<FollowUpBody>>, ProblemHttpResult>> ListAsync(
        Guid id,
        [AsParameters] FollowUpsQuery query,
        FollowUps records,
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
        var page = await records.ListAsync(Tenants.Default, id, skip, limit, cancellationToken);
        return TypedResults.Ok(
            new Page<FollowUpBody>([.. page.Select(FollowUpBody.From)], Paging.Next(skip, limit, page.Count))
        );
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EditAsync(
        Guid id,
        FollowUpEdit edit,
        ClaimsPrincipal user,
        FollowUps records,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(edit.Key) || edit.Text?.Length > FollowUp.LongestText)
        {
            return Problems.BadRequest($"'key' names a record, 'text' has at most {FollowUp.LongestText} characters.");
        }

        var now = clock.GetUtcNow();
        var changed = new FollowUp(edit.Key, id, default, now)
        {
            Text = string.IsNullOrWhiteSpace(edit.Text) ? null : edit.Text.Trim(),
            NextAt = edit.NextAt,
            EditedBy = user.Identity?.Name ?? "",
            EditedAt = now,
        };
        return await records.EditAsync(Tenants.Default, changed, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound($"The contact {id} has no record '{edit.Key}'.");
    }
}
