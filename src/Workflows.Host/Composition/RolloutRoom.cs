using Workflows.Marketing.Content;
using Workflows.Marketing.Decisions;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Rollouts;
using Workflows.Marketing.Rollouts.Growth;
using Workflows.Marketing.Simulations;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Composition;

/// <summary>Composes what journeys have to pass: simulations before anybody gets them, pilots before they go to more stores.</summary>
internal static class RolloutRoom
{
    public static IServiceCollection AddRollouts(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new PilotDesk(
                provider.GetRequiredService<IPilotBook>(),
                provider.GetRequiredService<RuleSetCatalog>(),
                provider.GetRequiredService<TimeProvider>(),
                Tenants.Default
            ))
            .AddSingleton<PoolReach>()
            .AddSingleton(provider => new GrowthDesk(
                provider.GetRequiredService<IDecisionBook>(),
                provider.GetRequiredService<RuleSetCatalog>(),
                provider.GetRequiredService<PoolReach>(),
                provider.GetRequiredService<TimeProvider>(),
                Tenants.Default
            ))
            .AddSingleton(provider => new SimulationDesk(
                provider.GetRequiredService<ISimulationBook>(),
                provider.GetRequiredService<RuleSetCatalog>(),
                provider.GetRequiredService<ContentShelf>(),
                provider.GetRequiredService<TimeProvider>(),
                Tenants.Default
            ))
            .AddSingleton<SimulationCheck>()
            .AddSingleton<ReadinessCheck>()
            .AddSingleton<RolloutCheck>()
            .AddSingleton(provider => new RolloutJudge(
                provider.GetRequiredService<DefinitionCatalog>(),
                provider.GetRequiredService<SendStores>()
            ));
}
