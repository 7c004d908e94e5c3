using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Auth;
using Workflows.Marketing.Simulations;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Simulations;

/// <summary><c>/api/definitions/{id}/simulations</c>: the latest version of a journey, tried before anybody gets it (S0-62).</summary>
internal static class SimulationEndpoints
{
    private const string Nothing = "Nothing was written down.";

    public static void MapSimulations(this IEndpointRouteBuilder routes)
    {
        var simulations = routes.MapGroup("/definitions/{id}/simulations").WithTags("Definitions");
        simulations
            .MapGet("/", ListAsync)
            .WithSummary("The simulations of a journey and who waived one for what reason, newest first.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        simulations
            .MapPost("/", SimulateAsync)
            .Allow(Role.Consultant)
            .WithSummary(
                "Plays the latest version with the events of some contacts (a cases file) in virtual time, and keeps what came of it."
            )
            .Accepts<JsonElement>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        simulations
            .MapPost("/waive", WaiveAsync)
            .Allow(Role.Administrator)
            .WithSummary("Lets the latest version be published unsimulated; for a reason.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Page<SimulationLineBody>>, ProblemHttpResult>> ListAsync(
        string id,
        int? limit,
        SimulationDesk desk,
        CancellationToken cancellationToken
    ) =>
        Paging.Mistake(limit) is { } mistake
            ? mistake
            : TypedResults.Ok(
                new Page<SimulationLineBody>(
                    [
                        .. (await desk.ListAsync(id, limit ?? Paging.DefaultLimit, cancellationToken)).Select(
                            SimulationLineBody.From
                        ),
                    ],
                    null
                )
            );

    private static async Task<Results<Ok<SimulationBody>, ProblemHttpResult>> SimulateAsync(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        DefinitionCatalog catalog,
        SimulationDesk desk,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        if (await catalog.Store.FindLatestAsync(id, cancellationToken) is not { } latest)
        {
            return NotFound(id);
        }

        if (await catalog.GetAsync(id, latest.Version, cancellationToken) is not { } graph)
        {
            return Problems.From([Unplayable()], Nothing);
        }

        var outcome = await desk.SimulateAsync(graph, body.Text, Who(user), cancellationToken);
        return outcome.Entry is null
            ? Problems.From(outcome.Diagnostics, Nothing)
            : TypedResults.Ok(SimulationBody.From(outcome));
    }

    private static async Task<Results<Ok<SimulationLineBody>, ProblemHttpResult>> WaiveAsync(
        string id,
        SimulationWaiver body,
        ClaimsPrincipal user,
        DefinitionCatalog catalog,
        SimulationDesk desk,
        CancellationToken cancellationToken
    )
    {
        if (await catalog.Store.FindLatestAsync(id, cancellationToken) is not { } latest)
        {
            return NotFound(id);
        }

        if (await catalog.GetAsync(id, latest.Version, cancellationToken) is not { } graph)
        {
            return Problems.From([Unplayable()], Nothing);
        }

        var outcome = await desk.WaiveAsync(graph.Definition, body.Reason, Who(user), cancellationToken);
        return outcome.Entry is { } entry
            ? TypedResults.Ok(SimulationLineBody.From(entry))
            : Problems.From(outcome.Diagnostics, Nothing);
    }

    private static Diagnostic Unplayable() =>
        new(
            SimulationCodes.Unplayable,
            "The journey has mistakes and cannot be played.",
            "$",
            Remedy: "Validate it, and mend what is found."
        );

    private static ProblemHttpResult NotFound(string id) => Problems.NotFound($"There is no such version of '{id}'.");

    private static string Who(ClaimsPrincipal user) => user.Identity?.Name ?? "";
}
