using Workflows.Storage;

namespace Workflows.Host.Composition;

/// <summary>Composes Storage.</summary>
internal static class StorageRoom
{
    public static IServiceCollection AddStorage(this IServiceCollection services, HostSettings settings) =>
        services.AddWorkflowsStorage(
            new StorageOptions { Kind = settings.Provider, ConnectionString = settings.Database }
        );
}
