using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Rollouts;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Rollouts;

/// <summary>Pilots: what is tried in a few stores before it is copied (S1-23).</summary>
internal static class PilotEndpoints
{
    public static void MapPilots(this IEndpointRouteBuilder routes)
    {
        var pilots = routes.MapGroup("/pilots").WithTags("Pilots");
        pilots
            .MapGet("/", ListAsync)
            .WithSummary("The names of the pilots.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        pilots
            .MapGet("/{name}", GetAsync)
            .WithSummary(
                "One pilot, with everything that happened to it: scores, and who let it go on for what reason."
            )
            .ProducesProblem(StatusCodes.Status404NotFound);
        pilots
            .MapPost("/{name}", BeginAsync)
            .Allow(Role.Consultant)
            .WithSummary("Begins a pilot in some stores; they stay as they are.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        pilots
            .MapPost("/{name}/score", ScoreAsync)
            .Allow(Role.Consultant)
            .WithSummary("Scores a pilot by the rule set pilot-scorecard, and writes down what came of it.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        pilots
            .MapPost("/{name}/override", OverrideAsync)
            .Allow(Role.Administrator)
            .WithSummary("Lets a pilot go to more stores though it did not pass; for a reason.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<Results<Ok<Page<string>>, ProblemHttpResult>> ListAsync(
        string? after,
        int? limit,
        IPilotBook pilots,
        CancellationToken cancellationToken
    ) =>
        Paging.ByNameAsync(
            after,
            limit,
            (last, count) => pilots.NamesAsync(Tenants.Default, last, count, cancellationToken),
            name => name,
            name => name
        );

    private static async Task<Results<Ok<PilotBody>, ProblemHttpResult>> GetAsync(
        string name,
        PilotDesk pilots,
        CancellationToken cancellationToken
    ) => Answer(name, await pilots.FindAsync(name, cancellationToken));

    private static async Task<Results<Ok<PilotBody>, ProblemHttpResult>> BeginAsync(
        string name,
        PilotToBegin body,
        ClaimsPrincipal user,
        PilotDesk pilots,
        CancellationToken cancellationToken
    ) => Answer(name, await pilots.BeginAsync(name, body.Stores ?? [], Who(user), cancellationToken));

    private static async Task<Results<Ok<PilotBody>, ProblemHttpResult>> ScoreAsync(
        string name,
        PilotFigures body,
        ClaimsPrincipal user,
        PilotDesk pilots,
        CancellationToken cancellationToken
    ) => Answer(name, await pilots.ScoreAsync(name, body, Who(user), cancellationToken));

    private static async Task<Results<Ok<PilotBody>, ProblemHttpResult>> OverrideAsync(
        string name,
        PilotOverride body,
        ClaimsPrincipal user,
        PilotDesk pilots,
        CancellationToken cancellationToken
    ) => Answer(name, await pilots.OverrideAsync(name, body.Reason, Who(user), cancellationToken));

    private static Results<Ok<PilotBody>, ProblemHttpResult> Answer(
        string name,
        (Pilot? Pilot, IReadOnlyList<Diagnostic> Diagnostics) done
    ) =>
        done.Diagnostics.Count > 0
            ? Problems.From(done.Diagnostics, "Nothing of the pilot changed.")
            : Answer(name, done.Pilot);

    private static Results<Ok<PilotBody>, ProblemHttpResult> Answer(string name, Pilot? pilot) =>
        pilot is null ? Problems.NotFound($"There is no pilot '{name}'.") : TypedResults.Ok(PilotBody.From(pilot));

    private static string Who(ClaimsPrincipal user) => user.Identity?.Name ?? "";
}
