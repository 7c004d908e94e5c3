using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Quotas;

namespace Workflows.Host.WeCom;

/// <summary>Composes WeCom, where section <c>Channels:WeCom</c> names a company.</summary>
internal static class WeComRoom
{
    /// <exception cref="BadInputException">The section is there and wrong; the message says everything that is.</exception>
    public static IServiceCollection AddWeCom(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(WeComOptions.Section);
        if (string.IsNullOrWhiteSpace(section[nameof(WeComOptions.CorpId)]))
        {
            return services;
        }

        var options = Read(section);
        services.TryAddSingleton(provider => new WeComClient(
            options,
            provider.GetRequiredService<IAccessTokenStore>(),
            provider.GetRequiredService<ICallQuotaStore>(),
            provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine)
        ));
        services.AddWelcome().AddTasks(section);
        services.AddSync(section);
        services.AddRecords(section).AddWays().AddDesks();
        return options.CallbackToken is null
            ? services
            : services.AddCallbacks(options, section["CallbackReceiver"] ?? options.CorpId!);
    }

    private static WeComOptions Read(IConfigurationSection section)
    {
        try
        {
            var options = section.Get<WeComOptions>() ?? new WeComOptions();
            new WeComClient(
                options,
                new MemoryAccessTokenStore(),
                new MemoryCallQuotaStore(),
                TimeProvider.System
            ).Dispose();
            return options;
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException)
        {
            throw new BadInputException($"{section.Path}: {mistake.Message.Split(" (Parameter")[0]}", mistake);
        }
    }
}
