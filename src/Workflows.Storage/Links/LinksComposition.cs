using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Storage.Links;

internal static class LinksComposition
{
    /// <summary>Adds the tracked links and what came of them.</summary>
    public static IServiceCollection AddLinks(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new LinkLedger(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton(provider => new LinkFigures(provider.GetRequiredService<WorkflowsDbContextFactory>()));
}
