using Workflows.Host.Composition;
using Workflows.Host.Workers;
using Workflows.Marketing.Alerts;
using Workflows.Marketing.Documents;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Alerts;

/// <summary>Composes what whoever is in charge is told of.</summary>
internal static class AlertRoom
{
    public static IServiceCollection AddAlerts(this IServiceCollection services, HostSettings settings) =>
        services
            .AddSingleton(provider => new AlertCatalog(
                provider.GetRequiredService<IDocumentStore>(),
                Machine(provider),
                Tenants.Default
            ))
            .AddSingleton(provider => new AlertDesk(
                provider.GetRequiredService<AlertCatalog>(),
                provider.GetRequiredService<IMessageStore>(),
                Tenants.Default,
                provider.GetRequiredService<TimeProvider>(),
                Machine(provider)
            ))
            .AddSingleton(provider => new StaffActWatch(
                provider.GetRequiredService<StaffActLedger>(),
                provider.GetRequiredService<AlertCatalog>(),
                provider.GetRequiredService<AlertDesk>(),
                TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone),
                provider.GetRequiredService<TimeProvider>(),
                Machine(provider)
            )
            {
                OnFailed = failure =>
                    provider
                        .GetRequiredService<ILogger<StaffActWatch>>()
                        .LogWarning(
                            failure,
                            "What the staff does to customers is not looked at: {Reason}",
                            failure.Message
                        ),
            })
            .AddLoop<StaffActWatch>((watch, stopping) => watch.RunAsync(stopping));

    private static TimeProvider Machine(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);
}
