using Workflows.Host.Composition;
using Workflows.Host.Workers;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Contacts;

namespace Workflows.Host.WeCom;

/// <summary>Composes what WeCom's callbacks need.</summary>
internal static class CallbackRoom
{
    /// <param name="services">The services.</param>
    /// <param name="options">The application, with its callback token and key.</param>
    /// <param name="receiver">Whom callbacks are meant for: the company, or the suite of a provider.</param>
    public static IServiceCollection AddCallbacks(
        this IServiceCollection services,
        WeComOptions options,
        string receiver
    ) =>
        services
            .AddSingleton(
                new CallbackOptions
                {
                    Token = options.CallbackToken,
                    EncodingAesKey = options.CallbackAesKey,
                    ReceiveId = receiver,
                }
            )
            .AddSingleton<CallbackSignal>()
            .AddSingleton(provider => new CallbackGate(
                provider.GetRequiredService<CallbackOptions>(),
                provider.GetRequiredService<ICallbackStore>(),
                provider.GetRequiredService<CallbackSignal>(),
                provider.GetRequiredService<TimeProvider>(),
                Tenants.Default
            ))
            .AddSingleton(LoopOptions)
            .AddSingleton(provider => new CallbackLoop(
                provider.GetRequiredService<ICallbackStore>(),
                provider.GetRequiredService<ContactEventIntake>(),
                provider.GetRequiredService<CallbackSignal>(),
                provider.GetRequiredService<CallbackLoopOptions>(),
                Machine(provider)
            ))
            .AddSingleton<WelcomeLoop>()
            .AddLoop<CallbackLoop>((loop, stopping) => loop.RunAsync(stopping))
            .AddLoop<WelcomeLoop>((loop, stopping) => loop.RunAsync(stopping));

    private static CallbackLoopOptions LoopOptions(IServiceProvider provider)
    {
        var desk = provider.GetRequiredService<WelcomeDesk>();
        return new CallbackLoopOptions
        {
            Tenant = Tenants.Default,
            Owner = Owners.NewName(Machine(provider)),
            Ties = provider.GetRequiredService<ITieStore>(),
            OnRead = provider.GetRequiredService<RefreshLoop>().Notice,
            KeptFor = provider.GetRequiredService<CallbackOptions>().KeptFor,
            Greet = (callback, receivedAt, cancellationToken) =>
                desk.GreetAsync(Tenants.Default, callback, receivedAt, cancellationToken),
            OnFailed = failure =>
                provider
                    .GetRequiredService<ILogger<CallbackLoop>>()
                    .LogWarning(failure, "WeCom's callbacks cannot be handled: {Reason}", failure.Message),
        };
    }

    private static TimeProvider Machine(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);
}
