using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Calendars;
using Workflows.Storage.Users;

namespace Workflows.Host.Calendars;

/// <summary><c>/api/calendar</c>: what calendars have run and will run, and the days they know.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder routes)
    {
        var calendar = routes.MapGroup("/calendar").WithTags("Calendar");
        calendar
            .MapGet("/", ReadAsync)
            .WithSummary("What calendars have run and will run for whom, and the marked days.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        calendar
            .MapGet("/days", ReadDaysAsync)
            .WithSummary("The marketing calendar as a document: marked days and statutory days off.")
            .Produces<string>(StatusCodes.Status200OK, "application/json");
        calendar
            .MapPut("/days", SaveDaysAsync)
            .Allow(Role.Operator)
            .WithSummary("Puts a marketing calendar in the place of the one before.")
            .Accepts<string>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<CalendarBody>, ProblemHttpResult>> ReadAsync(
        [AsParameters] CalendarQuery query,
        CalendarAgenda agenda,
        CancellationToken cancellationToken
    )
    {
        var from = query.From ?? agenda.Today();
        var to = query.To ?? from.AddDays(30);
        return to < from || to.DayNumber - from.DayNumber >= CalendarAgenda.MostDays
            ? Problems.BadRequest(
                $"At most {CalendarAgenda.MostDays} days can be asked for, and 'to' is not before 'from'."
            )
            : TypedResults.Ok(await agenda.ReadAsync(from, to, cancellationToken));
    }

    private static async Task<ContentHttpResult> ReadDaysAsync(CalendarDesk desk, CancellationToken cancellationToken)
    {
        await desk.RefreshAsync(cancellationToken);
        return TypedResults.Content(MarketingCalendarJson.Write(desk.Calendar), "application/json");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SaveDaysAsync(
        HttpRequest request,
        ICalendarStore store,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var (calendar, diagnostics) = MarketingCalendarJson.Read(body.Text);
        if (calendar is null)
        {
            return Problems.From(diagnostics, "The marketing calendar has errors.");
        }

        await store.SaveAsync(Tenants.Default, MarketingCalendarJson.Write(calendar), cancellationToken);
        return TypedResults.NoContent();
    }
}
