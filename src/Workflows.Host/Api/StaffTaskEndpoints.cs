using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>What people have to do for journeys, and that it is done: prepared, reminded, confirmed, sent (S0-43).</summary>
internal static class StaffTaskEndpoints
{
    private const int LongestNote = 1_000;

    public static void MapStaffTasks(this IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/staff-tasks").WithTags("Staff tasks");
        tasks
            .MapGet("/", ListAsync)
            .WithSummary("Tasks of people, the most urgent first: staff tasks, sidebar, call list, package cards.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        Finish(tasks, "/{reference}/confirm", HandTaskState.Confirmed, "Says that a task is done.");
        Finish(tasks, "/{reference}/skip", HandTaskState.Skipped, "Says that a task will not be done, and why.");
    }

    private static void Finish(RouteGroupBuilder tasks, string route, HandTaskState state, string summary) =>
        tasks
            .MapPost(
                route,
                (
                    string reference,
                    StaffTaskNote body,
                    ClaimsPrincipal user,
                    IHandTaskStore store,
                    MessageDispatcher dispatcher,
                    TimeProvider clock,
                    CancellationToken cancellationToken
                ) => FinishAsync(reference, state, body, user, store, dispatcher, clock, cancellationToken)
            )
            .Allow(Role.Operator)
            .WithSummary(summary)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Page<StaffTaskBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] StaffTasksQuery query,
        IHandTaskStore tasks,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadPlace(query.After, out var skip))
        {
            return Paging.UnknownCursor();
        }

        var limit = query.Limit ?? Paging.DefaultLimit;
        var now = clock.GetUtcNow();
        var page = await tasks.ListAsync(
            Tenants.Default,
            new HandTaskQuery(query.Staff, query.State, query.Overdue is true ? now : null, skip, limit),
            cancellationToken
        );
        var next = Paging.Next(skip, limit, page.Count);
        return TypedResults.Ok(new Page<StaffTaskBody>([.. page.Select(task => StaffTaskBody.From(task, now))], next));
    }

    private static async Task<Results<Ok<StaffTaskBody>, ProblemHttpResult>> FinishAsync(
        string reference,
        HandTaskState state,
        StaffTaskNote body,
        ClaimsPrincipal user,
        IHandTaskStore tasks,
        MessageDispatcher dispatcher,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var note = body.Note?.Trim();
        if (note?.Length > LongestNote || (state == HandTaskState.Skipped && string.IsNullOrEmpty(note)))
        {
            return Problems.BadRequest($"'note' says why, in at most {LongestNote} characters.");
        }

        var now = clock.GetUtcNow();
        var by = user.Identity?.Name ?? "";
        var isDone = await tasks.FinishAsync(Tenants.Default, reference, state, by, note, now, cancellationToken);
        if (await tasks.FindAsync([reference], cancellationToken) is not [var task] || task.Tenant != Tenants.Default)
        {
            return Problems.NotFound($"There is no task '{reference}'.");
        }

        if (!isDone)
        {
            return Problems.Conflict($"The task is {task.State} already.");
        }

        dispatcher.Wake();
        return TypedResults.Ok(StaffTaskBody.From(task, now));
    }
}
