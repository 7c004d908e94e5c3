using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.Email;
using Workflows.Marketing.Channels.Sms;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeChat;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.Channels;

/// <summary>Composes the channels that sections of <c>Channels</c> set up: SMS, e-mail, official account, mini-program.</summary>
internal static class ChannelRoom
{
    /// <exception cref="BadInputException">A section is there and wrong; the message says everything that is.</exception>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        if (IsSet(configuration, SmsOptions.Section, nameof(SmsOptions.Url), out var sms))
        {
            var options = Read<SmsOptions>(sms, options => new SmsChannel(options, TimeProvider.System).Dispose());
            services
                .AddSingleton<IChannel>(provider => new SmsChannel(options, Machine(provider)))
                .AddSingleton(provider => new SmsReplies(options, Machine(provider)));
        }

        if (IsSet(configuration, EmailOptions.Section, nameof(EmailOptions.Host), out var email))
        {
            var options = Read<EmailOptions>(email, options => _ = new EmailChannel(options, TimeProvider.System));
            services.AddSingleton<IChannel>(provider => new EmailChannel(options, Machine(provider)));
        }

        return services
            .AddWeChat(
                configuration,
                WeChatOptions.OfficialAccount,
                (options, tokens, clock) => new OfficialAccountChannel(options, tokens, clock)
            )
            .AddWeChat(
                configuration,
                WeChatOptions.MiniProgram,
                (options, tokens, clock) => new MiniProgramChannel(options, tokens, clock)
            );
    }

    private static IServiceCollection AddWeChat(
        this IServiceCollection services,
        IConfiguration configuration,
        string name,
        Func<WeChatOptions, IAccessTokenStore, TimeProvider, IChannel> make
    )
    {
        if (!IsSet(configuration, name, nameof(WeChatOptions.AppId), out var section))
        {
            return services;
        }

        var options = Read<WeChatOptions>(
            section,
            options => ((IDisposable)make(options, new MemoryAccessTokenStore(), TimeProvider.System)).Dispose()
        );
        return services.AddSingleton(provider =>
            make(options, provider.GetRequiredService<IAccessTokenStore>(), Machine(provider))
        );
    }

    private static bool IsSet(IConfiguration configuration, string name, string key, out IConfigurationSection section)
    {
        section = configuration.GetSection(name);
        return !string.IsNullOrWhiteSpace(section[key]);
    }

    private static TOptions Read<TOptions>(IConfigurationSection section, Action<TOptions> check)
        where TOptions : new()
    {
        try
        {
            var options = new TOptions();
            section.Bind(options);
            check(options);
            return options;
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException)
        {
            throw new BadInputException($"{section.Path}: {mistake.Message.Split(" (Parameter")[0]}", mistake);
        }
    }

    private static TimeProvider Machine(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);
}
