using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.WeCom;

/// <summary>Composes the greeting of new friends.</summary>
internal static class WelcomeRoom
{
    public static IServiceCollection AddWelcome(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new WelcomeChannel(
                provider.GetRequiredService<WeComClient>(),
                provider.GetRequiredService<ICallbackStore>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<IChannel>(provider => provider.GetRequiredService<WelcomeChannel>())
            .AddSingleton<WelcomeContacts>()
            .AddSingleton(provider => new WelcomeOutbox(
                provider.GetRequiredService<IMessageStore>(),
                provider.GetRequiredService<WelcomeChannel>(),
                provider.GetRequiredService<MessageDispatcherOptions>(),
                Owners.NewName(provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine)),
                provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine),
                provider.GetRequiredService<LimitJudge>()
            ))
            .AddSingleton<WelcomeDesk>();

    /// <summary>Plans can be written before WeCom is connected.</summary>
    public static IServiceCollection AddWelcomePlans(this IServiceCollection services) =>
        services.AddSingleton(provider => new WelcomePlans(
            provider.GetRequiredService<IWelcomePlanStore>(),
            provider.GetRequiredService<TimeProvider>(),
            Tenants.Default
        ));
}
