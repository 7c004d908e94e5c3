using Workflows.Host.Api;
using Workflows.Host.Documents;
using Workflows.Host.Templates;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Marketing.Plays.Referral;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Host.Composition;

/// <summary>Composes Rules.</summary>
internal static class RulesRoom
{
    public static IServiceCollection AddRules(this IServiceCollection services, TimeZoneInfo timeZone) =>
        services
            .AddSingleton(new RulesEngineJudge(ContactRules.Types))
            .AddSingleton(provider => new RuleSetCatalog(
                provider.GetRequiredService<IRuleSetStore>(),
                provider.GetRequiredService<RulesEngineJudge>(),
                provider.GetRequiredService<TimeProvider>(),
                ContactRules.Shape
            )
            {
                TimeZone = timeZone,
                Uses = RuleSetUses.All,
                Review = async (ruleSet, path, cancellationToken) =>
                    [
                        .. await provider
                            .GetRequiredService<ContactNamesCheck>()
                            .ReviewAsync(ruleSet, path, cancellationToken),
                        .. await RateReview.ReviewAsync(ruleSet, path, cancellationToken),
                        .. GroupBuyReview.Review(ruleSet, path),
                    ],
            })
            .AddSingleton<TemplateContents>()
            .AddSingleton<TemplateInstaller>()
            .AddSingleton<RuleSetTrial>()
            .AddSingleton<RaisedLimits>()
            .AddSingleton<SegmentSource>();
}
