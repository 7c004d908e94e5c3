using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Alerts;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Users;

namespace Workflows.Host.Alerts;

/// <summary><c>/api/alerts</c>: what whoever is in charge was told of, and who that is.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("/alerts").WithTags("Alerts");
        alerts
            .MapGet("/", ListAsync)
            .WithSummary("What whoever is in charge was told of, newest first: each is a staff task, too.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        alerts.MapGet("/settings", GetAsync).WithSummary("Who is told, and from how many customers a day.");
        alerts
            .MapPut("/settings", SaveAsync)
            .Allow(Role.Administrator)
            .WithSummary("Says who is told, and from how many customers a day.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Page<AlertBody>>, ProblemHttpResult>> ListAsync(
        string? after,
        int? limit,
        IMessageStore messages,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadPlace(after, out var skip))
        {
            return Paging.UnknownCursor();
        }

        var take = limit ?? Paging.DefaultLimit;
        var page = await messages.ListAsync(
            Tenants.Default,
            new MessageQuery(Skip: skip, Take: take) { Journey = AlertDesk.Journey },
            cancellationToken
        );
        var next = Paging.Next(skip, take, page.Count);
        return TypedResults.Ok(new Page<AlertBody>([.. page.Select(AlertBody.From)], next));
    }

    private static async Task<Ok<AlertSettingsBody>> GetAsync(
        AlertCatalog catalog,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(AlertSettingsBody.From(await catalog.GetAsync(cancellationToken)));

    private static async Task<Results<Ok<AlertSettingsBody>, ProblemHttpResult>> SaveAsync(
        AlertSettingsBody body,
        AlertCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var settings = body.ToSettings();
        return await catalog.SaveAsync(settings, cancellationToken) is { Count: > 0 } mistakes
            ? Problems.From(mistakes, "The settings of alerts cannot be kept.")
            : TypedResults.Ok(AlertSettingsBody.From(settings));
    }
}
