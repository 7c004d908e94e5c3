using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>Where events come in, one by one or up to 10,000 at once.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/events", AcceptAsync)
            .Allow(Role.Operator)
            .WithTags("Events")
            .WithSummary(
                "Accepts one event, or an array of up to 10,000; all of them or none. A known event is accepted again and changes nothing."
            )
            .Accepts<EventBody>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Accepted<EventsAccepted>, ProblemHttpResult>> AcceptAsync(
        HttpRequest request,
        ContactEventIntake intake,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var (events, diagnostics) = ContactEventJson.Read(body.Utf8);
        if (diagnostics.Count > 0)
        {
            return Refused(diagnostics);
        }

        var result = await intake.AcceptAsync(Tenants.Default, events, cancellationToken);
        return result.IsAccepted
            ? TypedResults.Accepted((string?)null, EventsAccepted.From(result))
            : Refused(result.Diagnostics);
    }

    private static ProblemHttpResult Refused(IReadOnlyList<Expressions.Diagnostics.Diagnostic> diagnostics) =>
        Problems.From(diagnostics, "No event was accepted: some cannot be.");
}
