using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Storage.Users;

namespace Workflows.Host.WeCom;

/// <summary><c>/api/wecom/transfers</c>: customers and groups go to another member of staff (S3-52).</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/wecom/transfers", BeginAsync)
            .WithTags("WeCom")
            .Allow(Role.Operator)
            .WithSummary(
                "Hands customers and groups of a member of staff over to others; what came of each is in the messages of carrier Record."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);

    private static async Task<Results<Ok<TransfersBegun>, ProblemHttpResult>> BeginAsync(
        TransferBody body,
        ClaimsPrincipal user,
        [FromServices] TransferDesk? desk,
        HostSettings settings,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (desk is null)
        {
            return WeComAnswers.NotThere();
        }

        if (body.Mistake() is { } mistake)
        {
            return Problems.BadRequest(mistake);
        }

        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone));
        var begun = await desk.BeginAsync(body.ToOrder(user.Identity?.Name ?? "api", today), cancellationToken);
        return begun.Failure is { } failure ? WeComAnswers.Refused(failure) : TypedResults.Ok(begun);
    }
}
