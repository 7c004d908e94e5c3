using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Auth;
using Workflows.Marketing.Rollouts.Growth;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Rollouts;

/// <summary>The company's own stage: only forward, one after the other (S4-56).</summary>
internal static class GrowthEndpoints
{
    public static void MapGrowth(this IEndpointRouteBuilder routes)
    {
        var growth = routes.MapGroup("/growth-stage").WithTags("Pilots");
        growth
            .MapGet("/", GetAsync)
            .WithSummary("In which stage the company is, and every review: figures, what was missing, who let it on.");
        growth
            .MapPost("/review", ReviewAsync)
            .Allow(Role.Consultant)
            .WithSummary(
                "Reviews the stage by the rule set stage-gates; with next it moves there where the gate is passed."
            )
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        growth
            .MapPost("/override", OverrideAsync)
            .Allow(Role.Administrator)
            .WithSummary(
                "Moves to the next stage though the gate is not passed; a sponsor answers for it and says why."
            )
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<GrowthBody>> GetAsync(GrowthDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(GrowthBody.From(await desk.ReadAsync(cancellationToken)));

    // A sponsor named here is not heard: passing over a gate takes an administrator.
    private static async Task<Results<Ok<GrowthBody>, ProblemHttpResult>> ReviewAsync(
        GrowthReview body,
        ClaimsPrincipal user,
        GrowthDesk desk,
        CancellationToken cancellationToken
    ) => Answer(await desk.ReviewAsync(body.Figures, body.Next, null, Who(user), cancellationToken));

    private static async Task<Results<Ok<GrowthBody>, ProblemHttpResult>> OverrideAsync(
        GrowthReview body,
        ClaimsPrincipal user,
        GrowthDesk desk,
        CancellationToken cancellationToken
    ) =>
        Answer(
            await desk.ReviewAsync(body.Figures, body.Next, (body.Sponsor, body.Reason), Who(user), cancellationToken)
        );

    private static Results<Ok<GrowthBody>, ProblemHttpResult> Answer(
        (GrowthStage? Stage, IReadOnlyList<Diagnostic> Diagnostics) done
    ) =>
        done.Stage is null
            ? Problems.From(done.Diagnostics, "The stage stays as it is.")
            : TypedResults.Ok(GrowthBody.From(done.Stage));

    private static string Who(ClaimsPrincipal user) => user.Identity?.Name ?? "";
}
