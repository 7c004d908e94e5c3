using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Storage.Users;

namespace Workflows.Host.GroupBuys;

/// <summary><c>/api/group-buys</c> and the refunds: what the shop asks of campaigns (S2-27…33).</summary>
internal static class GroupBuyEndpoints
{
    private const int MostKeys = 1_000;

    public static void MapGroupBuys(this IEndpointRouteBuilder routes)
    {
        var campaigns = routes.MapGroup("/group-buys/{campaign}").WithTags("Group-buys");
        campaigns
            .MapGet("/", ReadAsync)
            .WithSummary(
                "How a campaign goes: teams by size with 95 % intervals, the better size, new customers, sales."
            )
            .ProducesProblem(StatusCodes.Status404NotFound);
        campaigns
            .MapGet("/teams", ListAsync)
            .WithSummary("A campaign's teams, in the order of their ids.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        campaigns
            .MapPost("/teams", OpenAsync)
            .Allow(Role.Operator)
            .WithSummary("Opens a team for a customer who has paid the leader's price; with the same key once.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        var refunds = routes.MapGroup("/group-buy-refunds").WithTags("Group-buys");
        refunds
            .MapGet("/", ListRefundsAsync)
            .WithSummary("Money the shop has to give back and has not confirmed, in the order it was decided.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        refunds
            .MapPost("/confirm", ConfirmAsync)
            .Allow(Role.Operator)
            .WithSummary("Says that refunds were given; a shop that takes them by webhook confirms with its answer.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<CampaignBody>, ProblemHttpResult>> ReadAsync(
        string campaign,
        IGroupBuyStore store,
        GroupBuyCampaigns campaigns,
        CancellationToken cancellationToken
    )
    {
        var isOpen = campaigns.Find(campaign) is not null;
        var figures = await store.ListFiguresAsync(Tenants.Default, campaign, cancellationToken);
        return isOpen || figures.Count > 0
            ? TypedResults.Ok(CampaignBody.From(campaign, isOpen, figures))
            : Problems.NotFound($"There is no group-buy '{campaign}'.");
    }

    private static async Task<Results<Ok<Page<TeamBody>>, ProblemHttpResult>> ListAsync(
        string campaign,
        string? after,
        int? limit,
        IGroupBuyStore store,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadId(after, out var last))
        {
            return Paging.UnknownCursor();
        }

        var most = limit ?? Paging.DefaultLimit;
        var page = await store.ListAsync(Tenants.Default, campaign, last, most, cancellationToken);
        var next = page.Count < most ? null : $"{page[^1].Id:N}";
        return TypedResults.Ok(new Page<TeamBody>([.. page.Select(TeamBody.From)], next));
    }

    private static async Task<Results<Created<TeamBody>, Ok<TeamBody>, ProblemHttpResult>> OpenAsync(
        string campaign,
        SeatBody body,
        GroupBuyReception reception,
        CancellationToken cancellationToken
    )
    {
        var (wish, mistake) = body.Read();
        return wish is null
            ? Problems.BadRequest(mistake!)
            : SeatAnswers.Of(
                await reception.OpenAsync(campaign, wish, cancellationToken),
                $"No published journey has a group-buy '{campaign}'."
            );
    }

    private static async Task<Results<Ok<IReadOnlyList<RefundBody>>, ProblemHttpResult>> ListRefundsAsync(
        int? limit,
        IGroupBuyStore store,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        var due = await store.ListRefundsAsync(Tenants.Default, limit ?? Paging.DefaultLimit, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<RefundBody>>([.. due.Select(RefundBody.From)]);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(
        RefundKeys body,
        IGroupBuyStore store,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (
            body.Keys is not { Count: > 0 and <= MostKeys } keys
            || keys.Any(key => !key.EndsWith("/money", StringComparison.Ordinal))
        )
        {
            return Problems.BadRequest($"'keys' are 1 to {MostKeys} keys of refunds.");
        }

        await store.MarkDeliveredAsync(Tenants.Default, [.. keys], clock.GetUtcNow(), cancellationToken);
        return TypedResults.NoContent();
    }
}
