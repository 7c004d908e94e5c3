using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Launches;
using Workflows.Storage.Launches;

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
            .AddSingleton(provider => new LinkFigures(provider.GetRequiredService<WorkflowsDbContextFactory>()))
            .AddSingleton(provider => new PostedMoments(provider.GetRequiredService<WorkflowsDbContextFactory>()))
            .AddSingleton<ILaunchBooks>(provider => new SqlLaunchBooks(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<LinkFigures>()
            ));
}
