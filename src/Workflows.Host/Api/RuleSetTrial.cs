using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Marketing.Plays.Referral;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Host.Api;

/// <summary>Publishes a document into a throw-away catalogue beside what is published, to hear what publishing would say.</summary>
internal sealed class RuleSetTrial(
    IRuleSetStore published,
    RulesEngineJudge judge,
    TimeProvider clock,
    HostSettings settings
)
{
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(string json, CancellationToken cancellationToken)
    {
        var store = new MemoryRuleSetStore();
        foreach (var version in await published.ListAsync(cancellationToken))
        {
            await store.PublishAsync(
                version.Name,
                version.Json,
                version.Period,
                version.PublishedAt,
                cancellationToken
            );
        }

        var catalog = new RuleSetCatalog(store, judge, clock, ContactRules.Shape)
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone),
            Uses = RuleSetUses.All,
            Review = async (ruleSet, path, ended) =>
                [.. await RateReview.ReviewAsync(ruleSet, path, ended), .. GroupBuyReview.Review(ruleSet, path)],
        };
        return (await catalog.PublishAsync(json, cancellationToken)).Diagnostics;
    }
}
