using Workflows.Host.Api.Elsa.Alterations;
using Workflows.Host.Api.Elsa.Definitions;
using Workflows.Host.Api.Elsa.Instances;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Designer;

namespace Workflows.Host.Api.Elsa;

/// <summary>Composes what Elsa's REST interface is answered with.</summary>
internal static class ElsaComposition
{
    public static IServiceCollection AddElsa(this IServiceCollection services) =>
        services
            .AddSingleton(provider =>
            {
                var compiler = provider.GetRequiredService<WorkflowValidator>().Compiler;
                return new DesignerCatalog(compiler.Activities, compiler.Expressions, provider);
            })
            .AddSingleton<RuleOutcomeOptions>()
            .AddSingleton<RuleOutcomes>()
            .AddSingleton<DefinitionAnswer>()
            .AddSingleton<DefinitionSaves>()
            .AddSingleton<DefinitionImports>()
            .AddSingleton<ConsumingWorkflows>()
            .AddSingleton<InstanceStarts>()
            .AddSingleton<ActivityTrial>()
            .AddSingleton<InstanceActs>()
            .AddSingleton<InstanceImports>()
            .AddSingleton<AlterationPlans>();
}
