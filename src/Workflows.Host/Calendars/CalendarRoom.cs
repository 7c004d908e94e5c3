using Workflows.Host.Composition;
using Workflows.Host.Workers;
using Workflows.Marketing.Calendars;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Lifecycle;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;
using Workflows.Runtime.Triggers;
using Workflows.Storage.Calendars;

namespace Workflows.Host.Calendars;

/// <summary>Composes calendars.</summary>
internal static class CalendarRoom
{
    public static IServiceCollection AddCalendars(this IServiceCollection services, HostSettings settings) =>
        services
            .AddSingleton<ContactAudience>()
            .AddSingleton(provider => new CalendarDesk(
                provider.GetRequiredService<ICalendarStore>(),
                provider.GetRequiredService<StoreDirectory>(),
                provider.GetRequiredService<IGroupRegister>(),
                provider.GetRequiredService<ContactAudience>(),
                new CalendarScope(Tenants.Default, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone))
                {
                    Clock = provider.GetRequiredService<TimeProvider>(),
                }
            )
            {
                Bots = provider.GetRequiredService<GroupBots>(),
            })
            .AddSingleton(provider => new CalendarAgenda(
                provider.GetRequiredService<TriggerIndex>(),
                provider.GetRequiredService<OccasionLog>(),
                provider.GetRequiredService<CalendarDesk>(),
                provider.GetRequiredService<TimeProvider>(),
                provider
            ))
            .AddTiers(settings);

    private static IServiceCollection AddTiers(this IServiceCollection services, HostSettings settings) =>
        services
            .AddSingleton(new TierSweepOptions())
            .AddSingleton<TierSweep>()
            .AddSingleton(provider => new TierLoop(
                provider.GetRequiredService<TierSweep>(),
                provider.GetRequiredService<TriggerIndex>(),
                new CalendarScope(Tenants.Default, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)),
                provider.GetRequiredService<TierSweepOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine)
            )
            {
                OnFailed = failure =>
                    provider
                        .GetRequiredService<ILogger<TierLoop>>()
                        .LogWarning(failure, "Lifecycle tiers are not worked out now: {Reason}", failure.Message),
            })
            .AddLoop<TierLoop>((loop, stopping) => loop.RunAsync(stopping));
}
