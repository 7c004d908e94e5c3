using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Places.Groups;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Places;

/// <summary>Customer groups.</summary>
internal static class GroupEndpoints
{
    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        var groups = routes.MapGroup("/groups").WithTags("Places");
        groups
            .MapGet("/", ListAsync)
            .WithSummary("A page of customer groups.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        groups
            .MapGet("/{id}", GetAsync)
            .WithSummary("One customer group.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        groups
            .MapPut("/{id}", SaveAsync)
            .Allow(Role.Operator)
            .WithSummary("Adds a customer group, or replaces what is known of it.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        groups
            .MapPost("/{id}/bot", BalanceAsync)
            .Allow(Role.Operator)
            .WithSummary("Gives a customer group to the bot with the fewest groups that has room for one more.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<Results<Ok<Page<GroupBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PlacesQuery query,
        IGroupRegister groups,
        CancellationToken cancellationToken
    ) =>
        Paging.ByNameAsync(
            query.After,
            query.Limit,
            (after, limit) => groups.ListAsync(Tenants.Default, after, limit, cancellationToken),
            group => group.Id,
            GroupBody.From
        );

    private static async Task<Results<Ok<GroupBody>, ProblemHttpResult>> GetAsync(
        string id,
        IGroupRegister groups,
        CancellationToken cancellationToken
    ) =>
        await groups.FindAsync(Tenants.Default, id, cancellationToken) is { } group
            ? TypedResults.Ok(GroupBody.From(group))
            : Problems.NotFound($"There is no group '{id}'.");

    private static async Task<Results<Ok<GroupBody>, ProblemHttpResult>> SaveAsync(
        string id,
        GroupBody body,
        GroupBots bots,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var group = body.ToGroup(id);
        if (GroupValidator.Validate(group) is { Count: > 0 } mistakes)
        {
            return Problems.From(mistakes, "The group cannot be kept.");
        }

        return await bots.SaveAsync(Tenants.Default, group, clock.GetUtcNow(), cancellationToken)
            ? TypedResults.Ok(GroupBody.From(group))
            : Problems.Conflict($"The bot '{group.BotId}' looks after as many groups as the limit bot_groups lets it.");
    }

    private static async Task<Results<Ok<GroupBody>, ProblemHttpResult>> BalanceAsync(
        string id,
        BotsToChoose body,
        GroupBots bots,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var asked = body.Bots ?? [];
        return await bots.BalanceAsync(Tenants.Default, id, asked, clock.GetUtcNow(), cancellationToken) switch
        {
            null => Problems.NotFound($"There is no active group '{id}'."),
            { BotId: { } bot } group when asked.Count == 0 || asked.Contains(bot, StringComparer.Ordinal) =>
                TypedResults.Ok(GroupBody.From(group)),
            _ => Problems.Conflict("No bot has room for one more group: the limit bot_groups is reached."),
        };
    }
}
