using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Marketing.Calendars;
using Workflows.Marketing.Launches;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Api.Launches;

/// <summary>How scripted launches go, phase by phase (S2-51, S2-52).</summary>
internal static class LaunchEndpoints
{
    public static void MapLaunches(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/launches/{journey}", ReadAsync)
            .WithTags("Launches")
            .WithSummary(
                "How a scripted launch goes, phase by phase: posts, clicks, reactions, orders; and its reviews."
            )
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<LaunchBody>, ProblemHttpResult>> ReadAsync(
        string journey,
        DefinitionCatalog definitions,
        LaunchDesk desk,
        ILaunchBooks books,
        CalendarDesk calendar,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (
            await definitions.GetPublishedAsync(journey, cancellationToken) is not { } graph
            || await desk.ReportAsync(graph, CalendarDesk.ZoneOf(graph, calendar), clock.GetUtcNow(), cancellationToken)
                is not { } report
        )
        {
            return Problems.NotFound($"There is no launch '{journey}'.");
        }

        var reviews = await books.ReviewsAsync(Tenants.Default, journey, cancellationToken);
        return TypedResults.Ok(new LaunchBody(graph.DefinitionId, graph.Version, report, reviews));
    }
}
