using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom;

/// <summary>Composes the ways customers come in by.</summary>
internal static class WayRoom
{
    public static IServiceCollection AddWays(this IServiceCollection services) =>
        services.AddSingleton(provider => new WayDesk(
            provider.GetRequiredService<WeComClient>(),
            provider.GetRequiredService<IWayStore>(),
            Tenants.Default,
            provider.GetRequiredService<TimeProvider>()
        ));

    /// <summary>What is of use without WeCom, too: the list of what was made, and its source tags.</summary>
    public static IServiceCollection AddWaySources(this IServiceCollection services) =>
        services
            .AddSingleton<WayPictures>()
            .AddSingleton<WayBook>()
            .AddSingleton<StorePosters>()
            .AddSingleton(provider => new WaySources(
                provider.GetRequiredService<IWayStore>(),
                provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine)
            ))
            .AddSingleton(provider => new GroupWays(
                provider.GetRequiredService<IWayStore>(),
                provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine)
            ));
}
