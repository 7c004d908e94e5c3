using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Storage.Experiments;

namespace Workflows.Host.Api;

/// <summary>How experiments go (S0-39): samples, shares, and whether the difference is more than chance.</summary>
internal static class ExperimentEndpoints
{
    private const int LongestGoal = 64;
    private const int MostDays = 366;

    public static void MapExperiments(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/experiments/{name}", ReadAsync)
            .WithTags("Experiments")
            .WithSummary(
                "How the arms of an experiment compare: those drawn, those who did the goal in time, 95 % intervals, significance."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ExperimentBody>, ProblemHttpResult>> ReadAsync(
        string name,
        string? goal,
        int? days,
        ExperimentReports reports,
        CancellationToken cancellationToken
    )
    {
        if (days is < 1 or > MostDays || goal?.Length > LongestGoal)
        {
            return Problems.BadRequest("'days' is 1 to 366, and 'goal' an event type of at most 64 characters.");
        }

        var within = TimeSpan.FromDays(days ?? 7);
        var report = await reports.ReadAsync(
            Tenants.Default,
            name,
            string.IsNullOrWhiteSpace(goal) ? "group.joined" : goal,
            within,
            cancellationToken
        );
        return report.Arms.Count == 0
            ? Problems.NotFound($"Nobody was drawn into an experiment '{name}' yet.")
            : TypedResults.Ok(ExperimentBody.From(report));
    }
}
