using Workflows.Host.Alerts;
using Workflows.Host.Contacts;
using Workflows.Host.Service;
using Workflows.Host.WeCom;
using Workflows.Host.Workers;
using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Channels.Webhook;
using Workflows.Marketing.Channels.WeChat.Subscriptions;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Launches;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Routing;
using Workflows.Marketing.Places.Stores;
using Workflows.Marketing.Rollouts;
using Workflows.Marketing.Service.Chats;
using Workflows.Runtime.Durability;
using Workflows.Storage.Contacts;
using Workflows.Storage.Launches;

namespace Workflows.Host.Composition;

/// <summary>Composes Marketing: the intake of events, the channels, the dispatcher of messages.</summary>
internal static class MarketingRoom
{
    public static IServiceCollection AddMarketing(this IServiceCollection services, HostSettings settings) =>
        services
            .AddContactNames()
            .AddSingleton(provider => new ContactEventIntake(
                provider.GetRequiredService<IContactStore>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<AttributeCatalog>(),
                provider.GetRequiredService<TagCatalog>()
            )
            {
                Enrich = async (tenant, events, ended) =>
                    await provider
                        .GetRequiredService<ReactionSources>()
                        .EnrichAsync(
                            tenant,
                            await provider.GetRequiredService<WaySources>().EnrichAsync(tenant, events, ended),
                            ended
                        ),
                Chats = provider.GetRequiredService<ChatContent>(),
            })
            .AddWaySources()
            .AddCustomerService(settings)
            .AddSingleton(provider => new ReactionSources(provider.GetRequiredService<PostedMoments>().FindAsync))
            .AddSingleton<StoreDirectory>()
            .AddSingleton<GroupRouter>()
            .AddSingleton(provider => new ContactPlacement(
                provider.GetRequiredService<GroupRouter>(),
                provider.GetRequiredService<IRelationRegister>(),
                Tenants.Default,
                provider.GetRequiredService<GroupWays>()
            ))
            .AddSingleton(provider => new TagMerger(
                provider.GetRequiredService<TagMergeStore>(),
                provider.GetRequiredService<TagCatalog>(),
                provider.GetRequiredService<MessageDispatcher>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<TagMirror>()
            ))
            .AddSingleton<MergeRules>()
            .AddSingleton(provider => new MergeDesk(
                provider.GetRequiredService<MergeStore>(),
                provider.GetRequiredService<IContactStore>(),
                provider.GetRequiredService<MergeRules>(),
                provider.GetRequiredService<TimeProvider>(),
                Machine(provider)
            ))
            .AddSingleton<IHostedService>(provider => new LoopWorker(stopping =>
                provider
                    .GetRequiredService<MergeDesk>()
                    .RunAsync(Tenants.Default, failure => LogMerges(provider, failure), stopping)
            ))
            .AddRecommending()
            .AddRollouts()
            .AddAlerts(settings)
            .AddLimits(settings)
            .AddSingleton<DemoWorkspace>()
            .AddSingleton(provider => new ChannelSet([
                .. Channels(settings, Machine(provider)),
                .. provider.GetServices<IChannel>(),
                .. HandTaskChannel.Names.Select(name => ByHand(name, provider)),
            ]))
            .AddSingleton(provider => new MessageDispatcherOptions
            {
                // Messages of this host's own turns leave within this time.
                PollInterval = TimeSpan.FromMilliseconds(250),
                OnOutboxFailed = failure => LogOutbox(provider, failure),
            })
            .AddSingleton(provider => new MessageDispatcher(
                provider.GetRequiredService<IMessageStore>(),
                provider.GetRequiredService<ChannelSet>(),
                OwnerName(Machine(provider)),
                provider.GetRequiredService<MessageDispatcherOptions>(),
                Machine(provider),
                [
                    new RelationJudge(provider.GetRequiredService<IRelationRegister>()),
                    new FollowJudge(provider.GetRequiredService<ISubjectSource>()),
                    provider.GetRequiredService<RolloutJudge>(),
                    provider.GetRequiredService<ContentJudge>(),
                    // It looks at consent, and counts what it and the others let through.
                    provider.GetRequiredService<LimitJudge>(),
                    provider.GetRequiredService<StockJudge>(),
                    // Last: what limits hold back uses no approval.
                    new SubscriptionJudge(provider.GetRequiredService<ISubscriptionLedger>()),
                ],
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddLoop<MessageDispatcher>((dispatcher, stopping) => dispatcher.RunAsync(stopping));

    private static TimeProvider Machine(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);

    private static HandTaskChannel ByHand(string name, IServiceProvider provider) =>
        new(
            name,
            provider.GetRequiredService<IHandTaskStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<MessageDispatcherOptions>().ConfirmWithin
        );

    private static IEnumerable<IChannel> Channels(HostSettings settings, TimeProvider clock)
    {
        if (!string.IsNullOrWhiteSpace(settings.Webhook))
        {
            yield return new WebhookChannel(new WebhookOptions { Url = new Uri(settings.Webhook) }, clock);
        }
    }

    // A new name for every life: leases of the life before must lapse, not be taken for our own.
    private static string OwnerName(TimeProvider clock) =>
        $"{Environment.MachineName}-{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    private static void LogMerges(IServiceProvider provider, Exception failure) =>
        provider
            .GetRequiredService<ILogger<MergeDesk>>()
            .LogWarning(failure, "Contacts that may be one cannot be decided about: {Reason}", failure.Message);

    private static void LogOutbox(IServiceProvider provider, Exception failure) =>
        provider
            .GetRequiredService<ILogger<MessageDispatcher>>()
            .LogWarning(failure, "The outbox does not answer: {Reason}", failure.Message);
}
