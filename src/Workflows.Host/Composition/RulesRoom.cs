using Workflows.Host.Api;
using Workflows.Host.Documents;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Host.Composition;

/// <summary>Composes Rules.</summary>
internal static class RulesRoom
{
    public static IServiceCollection AddRules(this IServiceCollection services) =>
        services
            .AddSingleton(new RulesEngineJudge())
            .AddSingleton(provider => new RuleSetCatalog(
                provider.GetRequiredService<IRuleSetStore>(),
                provider.GetRequiredService<RulesEngineJudge>(),
                provider.GetRequiredService<TimeProvider>(),
                ContactRules.Shape
            ))
            .AddSingleton<RuleSetTrial>()
            .AddSingleton<SegmentSource>();
}
