using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Service.Orders;

namespace Workflows.Storage.Service;

internal static class ServiceComposition
{
    /// <summary>Adds work orders and follow-up records.</summary>
    public static IServiceCollection AddServiceRecords(this IServiceCollection services) =>
        services
            .AddSingleton<IWorkOrderStore>(provider => new SqlWorkOrderStore(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton(provider => new FollowUps(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ));
}
