using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Host.Workers;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Contacts;

namespace Workflows.Host.WeCom;

/// <summary>Composes what WeCom's callbacks need, where section <c>Workflows:WeCom:Callback</c> has a token.</summary>
internal static class CallbackRoom
{
    private const string Section = $"{HostSettings.Section}:WeCom:Callback";

    /// <exception cref="BadInputException">The section is there and wrong; the message says everything that is.</exception>
    public static IServiceCollection AddWeComCallbacks(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[$"{Section}:{nameof(CallbackOptions.Token)}"]))
        {
            return services;
        }

        var options = Read(configuration);
        return services
            .AddSingleton<CallbackSignal>()
            .AddSingleton(provider => new CallbackGate(
                options,
                provider.GetRequiredService<ICallbackStore>(),
                provider.GetRequiredService<CallbackSignal>(),
                provider.GetRequiredService<TimeProvider>(),
                Tenants.Default
            ))
            .AddSingleton(provider => new CallbackLoop(
                provider.GetRequiredService<ICallbackStore>(),
                provider.GetRequiredService<ContactEventIntake>(),
                provider.GetRequiredService<CallbackSignal>(),
                new CallbackLoopOptions
                {
                    Tenant = Tenants.Default,
                    Owner = OwnerName(Machine(provider)),
                    KeptFor = options.KeptFor,
                    OnFailed = failure => LogFailure(provider, failure),
                },
                Machine(provider)
            ))
            .AddLoop<CallbackLoop>((loop, stopping) => loop.RunAsync(stopping));
    }

    private static CallbackOptions Read(IConfiguration configuration)
    {
        var options = new CallbackOptions { ReceiveId = configuration[$"{HostSettings.Section}:WeCom:CorpId"] };
        try
        {
            configuration.GetSection(Section).Bind(options);
            // The gate checks them where they enter; here they are checked before the server listens.
            _ = new CallbackGate(options, new MemoryCallbackStore(), new CallbackSignal(), TimeProvider.System, 0);
            return options;
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException)
        {
            throw new BadInputException($"{Section}: {mistake.Message.Split(" (Parameter")[0]}", mistake);
        }
    }

    private static TimeProvider Machine(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);

    // A new name for every life: leases of the life before must lapse, not be taken for our own.
    private static string OwnerName(TimeProvider clock) =>
        $"{Environment.MachineName}-{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    private static void LogFailure(IServiceProvider provider, Exception failure) =>
        provider
            .GetRequiredService<ILogger<CallbackLoop>>()
            .LogWarning(failure, "WeCom's callbacks cannot be read: {Reason}", failure.Message);
}
