using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Statistics;

namespace Workflows.Host.WeCom;

/// <summary><c>/api/wecom/statistics</c>: what WeCom counts of members of staff and of groups, by day; taken over every night.</summary>
internal static class StatisticEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder routes)
    {
        var statistics = routes.MapGroup("/wecom/statistics").WithTags("WeCom");
        statistics
            .MapGet("/staff", StaffAsync)
            .WithSummary("What members of staff did with customers, by day.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        statistics
            .MapGet("/groups", GroupsAsync)
            .WithSummary("What went on in the groups of each owner, by day.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static Task<Results<Ok<Page<StaffDay>>, ProblemHttpResult>> StaffAsync(
        [AsParameters] DaysQuery query,
        IStatisticStore store,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            query,
            clock,
            question => store.ListStaffAsync(Tenants.Default, question, cancellationToken),
            day => DaysQuery.Cursor(day.Day, day.Staff)
        );

    private static Task<Results<Ok<Page<GroupDay>>, ProblemHttpResult>> GroupsAsync(
        [AsParameters] DaysQuery query,
        IStatisticStore store,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            query,
            clock,
            question => store.ListGroupsAsync(Tenants.Default, question, cancellationToken),
            day => DaysQuery.Cursor(day.Day, day.Owner)
        );

    private static async Task<Results<Ok<Page<T>>, ProblemHttpResult>> ListAsync<T>(
        DaysQuery query,
        TimeProvider clock,
        Func<DayQuestion, Task<IReadOnlyList<T>>> list,
        Func<T, string> cursor
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        if (query.ToQuestion(clock.GetUtcNow()) is not { } question)
        {
            return Paging.UnknownCursor();
        }

        var page = await list(question);
        return TypedResults.Ok(new Page<T>(page, page.Count < question.Count ? null : cursor(page[^1])));
    }
}
