using System.Globalization;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Host.Workers;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Channels.WeCom.Statistics;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Groups;

namespace Workflows.Host.WeCom;

/// <summary>Composes the comparison with WeCom.</summary>
internal static class SyncRoom
{
    private const string HourSetting = "SyncHour";

    /// <exception cref="BadInputException">The hour is none.</exception>
    public static IServiceCollection AddSync(this IServiceCollection services, IConfigurationSection section)
    {
        var hour = ReadHour(section);
        return services
            .AddSingleton(provider => new WeComSync(
                provider.GetRequiredService<WeComClient>(),
                provider.GetRequiredService<ISyncStore>(),
                provider.GetRequiredService<ITieStore>(),
                provider.GetRequiredService<ContactEventIntake>(),
                provider.GetRequiredService<GroupBots>(),
                new WeComSyncOptions
                {
                    Tenant = Tenants.Default,
                    Owner = Owners.NewName(Machine(provider)),
                    Clock = provider.GetRequiredService<TimeProvider>(),
                    Machine = Machine(provider),
                    Changes = provider.GetRequiredService<IOwnChangeStore>(),
                    Statistics = provider.GetRequiredService<IStatisticStore>(),
                }
            ))
            .AddSingleton(provider => new SyncLoopOptions
            {
                Hour = hour,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<HostSettings>().TimeZone),
                OnFailed = failure =>
                    provider
                        .GetRequiredService<ILogger<WeComSync>>()
                        .LogWarning(failure, "The comparison with WeCom failed: {Reason}", failure.Message),
            })
            .AddSingleton(provider => new SyncLoop(
                provider.GetRequiredService<WeComSync>(),
                provider.GetRequiredService<SyncLoopOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                Machine(provider)
            ))
            .AddSingleton(provider => new RefreshLoop(
                provider.GetRequiredService<WeComSync>(),
                provider.GetRequiredService<SyncLoopOptions>(),
                Machine(provider)
            ))
            .AddLoop<SyncLoop>((loop, stopping) => loop.RunAsync(stopping))
            .AddLoop<RefreshLoop>((loop, stopping) => loop.RunAsync(stopping));
    }

    private static int ReadHour(IConfigurationSection section)
    {
        var text = section[HourSetting];
        return string.IsNullOrWhiteSpace(text) ? 3
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 23 ? hour
            : throw new BadInputException($"{section.Path}:{HourSetting} '{text}' is no hour from 0 to 23.");
    }

    private static TimeProvider Machine(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);
}
