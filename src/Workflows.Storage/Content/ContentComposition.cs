using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Content;
using Workflows.Storage.Stocks;

namespace Workflows.Storage.Content;

internal static class ContentComposition
{
    /// <summary>Adds the stores of the content library, and what came of scripts and of contents given out.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services) =>
        services
            .AddSingleton<IContentStore>(provider => new SqlContentStore(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IMediaLibrary>(provider => new SqlMediaLibrary(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IPersonaRegister>(provider => new SqlPersonaRegister(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IStockLedger>(provider => new SqlStockLedger(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton(provider => new ScriptFigures(provider.GetRequiredService<WorkflowsDbContextFactory>()))
            .AddSingleton(provider => new DistributionLedger(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ));
}
