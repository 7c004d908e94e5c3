using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;

namespace Workflows.Host.Api;

/// <summary>The limits that every message is judged by.</summary>
internal static class LimitEndpoints
{
    public static void MapLimits(this IEndpointRouteBuilder routes)
    {
        var limits = routes.MapGroup("/limits").WithTags("Limits");
        limits
            .MapGet("/", ListAsync)
            .WithSummary("Every limit in force: its value, source and scope, and how often it stopped messages today.");
        limits
            .MapGet("/{code}/use", UseAsync)
            .WithSummary("A page of how much of a limit each contact, group, member … has used now.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Page<LimitUseBody>>, ProblemHttpResult>> UseAsync(
        string code,
        [AsParameters] LimitUseQuery query,
        LimitRuleBook book,
        LimitUses uses,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        var now = clock.GetUtcNow();
        var rules = await book.GetAsync(now, cancellationToken);
        if (rules.Limits.FirstOrDefault(one => one.Code.Equals(code, StringComparison.Ordinal)) is not { } limit)
        {
            return Problems.NotFound($"There is no limit '{code}'.");
        }

        var count = query.Limit ?? Paging.DefaultLimit;
        var (page, next) = await uses.ListAsync(Tenants.Default, limit, query.After, count, now, cancellationToken);
        return TypedResults.Ok(new Page<LimitUseBody>([.. page.Select(LimitUseBody.From)], next));
    }

    private static async Task<Ok<Page<LimitBody>>> ListAsync(
        HttpRequest request,
        LimitRuleBook book,
        ILimitStore store,
        HostSettings settings,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var rules = await book.GetAsync(now, cancellationToken);
        var hits = (await store.HitsAsync(Tenants.Default, today, cancellationToken)).ToDictionary(
            hit => hit.Code,
            StringComparer.Ordinal
        );
        var language = RequestLanguage.Of(request);
        return TypedResults.Ok(
            new Page<LimitBody>(
                [.. rules.Limits.Select(limit => LimitBody.From(limit, hits.GetValueOrDefault(limit.Code), language))],
                null
            )
        );
    }
}
