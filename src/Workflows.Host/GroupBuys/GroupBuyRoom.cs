using System.Security.Cryptography;
using Workflows.Host.Composition;
using Workflows.Host.Workers;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.GroupBuys;

/// <summary>Composes group-buys.</summary>
internal static class GroupBuyRoom
{
    private const int SeedBytes = 32;

    public static IServiceCollection AddGroupBuys(this IServiceCollection services, HostSettings settings) =>
        services
            .AddSingleton(provider => new GroupBuyDesk(
                provider.GetRequiredService<IGroupBuyStore>(),
                Tenants.Default,
                // Nobody may guess it before it is drawn with.
                _ => RandomNumberGenerator.GetHexString(2 * SeedBytes, lowercase: true)
            ))
            .AddSingleton(provider => new GroupBuyCampaigns(provider.GetRequiredService<TriggerIndex>()))
            .AddSingleton(provider => new GroupBuyReception(
                provider.GetRequiredService<GroupBuyDesk>(),
                provider.GetRequiredService<GroupBuyCampaigns>(),
                provider.GetRequiredService<IContactStore>(),
                provider.GetRequiredService<ContactEventIntake>(),
                provider.GetRequiredService<TimeProvider>(),
                Tenants.Default
            ))
            .AddSingleton(provider => new TeamCourier(
                provider.GetRequiredService<IGroupBuyStore>(),
                provider.GetRequiredService<GroupBuyDesk>(),
                provider.GetRequiredService<IContactStore>(),
                provider.GetRequiredService<ContactEventIntake>(),
                provider.GetRequiredService<TimeProvider>(),
                Options(settings, provider)
            ))
            .AddLoop<TeamCourier>((courier, stopping) => courier.RunAsync(stopping));

    private static TeamCourierOptions Options(HostSettings settings, IServiceProvider provider)
    {
        var machine = provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);
        return new TeamCourierOptions
        {
            Tenant = Tenants.Default,
            Machine = machine,
            Refund = string.IsNullOrWhiteSpace(settings.Refunds)
                ? null
                : new ShopRefunds(new Uri(settings.Refunds), machine).AskAsync,
            OnFailed = failure =>
                provider
                    .GetRequiredService<ILogger<TeamCourier>>()
                    .LogWarning(failure, "News of teams cannot be delivered: {Reason}", failure.Message),
        };
    }
}
