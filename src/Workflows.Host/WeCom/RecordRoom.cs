using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.WeCom;

/// <summary>Composes what changes WeCom's records: tags, notes, transfers.</summary>
internal static class RecordRoom
{
    /// <exception cref="BadInputException">Section <c>Channels:WeCom:Mirror</c> is wrong.</exception>
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfigurationSection section)
    {
        var options = Read(section);
        return services
            .AddSingleton(provider => new CorpTags(
                provider.GetRequiredService<WeComClient>(),
                options,
                Machine(provider)
            ))
            .AddSingleton<TagMirror>()
            .AddSingleton(Parts)
            .AddSingleton<RecordChannel>()
            .AddSingleton<IChannel>(provider => provider.GetRequiredService<RecordChannel>())
            .AddSingleton(provider => new TransferDesk(
                provider.GetRequiredService<RecordParts>(),
                provider.GetRequiredService<IMessageStore>(),
                Machine(provider)
            ));
    }

    private static RecordParts Parts(IServiceProvider provider) =>
        new(
            Tenants.Default,
            provider.GetRequiredService<WeComClient>(),
            provider.GetRequiredService<CorpTags>(),
            provider.GetRequiredService<IOwnChangeStore>(),
            provider.GetRequiredService<IContactStore>()
        )
        {
            Clock = provider.GetRequiredService<TimeProvider>(),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<HostSettings>().TimeZone),
            // Not before it is needed: the comparison counts groups by limits, which know journeys, which know channels, and those these parts.
            RefreshGroup = (group, cancellationToken) =>
                provider.GetRequiredService<WeComSync>().RefreshGroupAsync(group, cancellationToken),
        };

    private static MirrorOptions Read(IConfigurationSection section)
    {
        try
        {
            var options = section.GetSection("Mirror").Get<MirrorOptions>() ?? new MirrorOptions();
            options.ThrowIfInvalid();
            return options;
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException)
        {
            throw new BadInputException($"{section.Path}:Mirror: {mistake.Message.Split(" (Parameter")[0]}", mistake);
        }
    }

    private static TimeProvider Machine(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);
}
