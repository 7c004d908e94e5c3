using Workflows.Host.Api;
using Workflows.Host.Documents;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Host.Composition;

/// <summary>Composes Rules.</summary>
internal static class RulesRoom
{
    public static IServiceCollection AddRules(this IServiceCollection services, TimeZoneInfo timeZone) =>
        services
            .AddSingleton(new RulesEngineJudge())
            .AddSingleton(provider => new RuleSetCatalog(
                provider.GetRequiredService<IRuleSetStore>(),
                provider.GetRequiredService<RulesEngineJudge>(),
                provider.GetRequiredService<TimeProvider>(),
                ContactRules.Shape
<<<<<<< HEAD
            ))
            .AddSingleton<RuleSetTrial>()
            .AddSingleton<SegmentSource>();
=======
            )
            {
                TimeZone = timeZone,
            })
            .AddSingleton<RuleSetTrial>();
>>>>>>> 6740579 (Rule sets: effective dates and versions, values and chains of rule sets)
}
