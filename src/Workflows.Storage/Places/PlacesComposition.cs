using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Storage.Places;

internal static class PlacesComposition
{
    /// <summary>Adds the registers of stores, staff and groups.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services
            .AddSingleton<IStoreRegister>(provider => new SqlStoreRegister(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IStaffRegister>(provider => new SqlStaffRegister(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IGroupRegister>(provider => new SqlGroupRegister(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ));
}
