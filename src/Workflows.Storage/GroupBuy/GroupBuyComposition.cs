using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

internal static class GroupBuyComposition
{
    /// <summary>Adds teams that buy together.</summary>
    public static IServiceCollection AddGroupBuy(this IServiceCollection services) =>
        services.AddSingleton<IGroupBuyStore>(provider => new SqlGroupBuyStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<StorageOptions>().Kind
        ));
}
