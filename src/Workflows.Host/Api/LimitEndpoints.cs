using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;

namespace Workflows.Host.Api;

/// <summary>The limits that every message is judged by.</summary>
internal static class LimitEndpoints
{
    public static void MapLimits(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/limits", ListAsync)
            .WithTags("Limits")
            .WithSummary("Every limit in force: its value, source and scope, and how often it stopped messages today.");

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
