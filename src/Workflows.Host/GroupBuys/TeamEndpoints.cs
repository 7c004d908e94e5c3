using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Storage.Users;

namespace Workflows.Host.GroupBuys;

/// <summary><c>/api/group-buy-teams</c>: joining a team, looking at it, leaving it (S2-33).</summary>
internal static class TeamEndpoints
{
    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        var teams = routes.MapGroup("/group-buy-teams/{team:guid}").WithTags("Group-buys");
        teams
            .MapGet("/", ReadAsync)
            .WithSummary("A team: its seats, its prices, its time, and what it takes to check its lot.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        teams
            .MapPost("/seats", JoinAsync)
            .Allow(Role.Operator)
            .WithSummary("Takes a seat for a customer who has paid the member's price; with the same key once.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        teams
            .MapPost("/refunds", RefundAsync)
            .Allow(Role.Operator)
            .WithSummary(
                "Gives an order's money back in full; whoever has been in the team longest succeeds its leader."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<TeamBody>, ProblemHttpResult>> ReadAsync(
        Guid team,
        GroupBuyDesk desk,
        CancellationToken cancellationToken
    ) =>
        await desk.FindAsync(team, cancellationToken) is { } known
            ? TypedResults.Ok(TeamBody.From(known))
            : SeatAnswers.NoTeam(team);

    private static async Task<Results<Created<TeamBody>, Ok<TeamBody>, ProblemHttpResult>> JoinAsync(
        Guid team,
        SeatBody body,
        GroupBuyReception reception,
        CancellationToken cancellationToken
    )
    {
        var (wish, mistake) = body.Read();
        return wish is null
            ? Problems.BadRequest(mistake!)
            : SeatAnswers.Of(await reception.JoinAsync(team, wish, cancellationToken), $"There is no team '{team:N}'.");
    }

    private static async Task<Results<Ok<TeamBody>, ProblemHttpResult>> RefundAsync(
        Guid team,
        ReturnBody body,
        GroupBuyDesk desk,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(body.Order))
        {
            return Problems.BadRequest("'order' is the order's number in the shop.");
        }

        return await desk.RefundAsync(team, body.Order, clock.GetUtcNow(), cancellationToken) switch
        {
            null => SeatAnswers.NoTeam(team),
            { Answer: false } => Problems.NotFound($"There is no order '{body.Order}' in the team."),
            { } done => TypedResults.Ok(TeamBody.From(done.Team)),
        };
    }
}
