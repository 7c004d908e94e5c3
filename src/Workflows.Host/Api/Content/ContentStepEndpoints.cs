using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Content;

/// <summary>The steps of a version, each open to those who may take it: authors submit, consultants decide.</summary>
internal static class ContentStepEndpoints
{
    public static void MapContentSteps(this IEndpointRouteBuilder routes)
    {
        var versions = routes.MapGroup("/content/{id}/versions/{version:int}").WithTags("Content");
        Map(versions, ContentStep.Submit, Role.Operator, "Hands a draft in for review.");
        Map(versions, ContentStep.Approve, Role.Consultant, "Approves a version: it may be sent.");
        Map(versions, ContentStep.Refuse, Role.Consultant, "Gives a version back to its author, with a note.");
        Map(versions, ContentStep.Withdraw, Role.Consultant, "Withdraws a version: it is not sent any more.");
        Map(versions, ContentStep.Reinstate, Role.Consultant, "Lets a withdrawn version be sent again.");
    }

    private static void Map(RouteGroupBuilder versions, ContentStep step, Role role, string summary) =>
        versions
            .MapPost(
                $"/{step.ToString().ToLowerInvariant()}",
                (
                    string id,
                    int version,
                    ContentNote note,
                    ClaimsPrincipal user,
                    ContentLibrary library,
                    TimeProvider clock,
                    HttpRequest request,
                    CancellationToken cancellationToken
                ) =>
                    MoveAsync(
                        new ContentRef(id, version),
                        new ContentChange(step, user.Identity?.Name ?? "", clock.GetUtcNow(), note.Note?.Trim()),
                        library,
                        request,
                        cancellationToken
                    )
            )
            .Allow(role)
            .WithSummary(summary)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<ContentBody>, ProblemHttpResult>> MoveAsync(
        ContentRef reference,
        ContentChange change,
        ContentLibrary library,
        HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        await library.MoveAsync(Tenants.Default, reference.Id, reference.Version!.Value, change, cancellationToken)
            is { } moved
            ? ContentRequest.Answer(moved, request)
            : Problems.NotFound($"There is no content '{reference}'.");
}
