using Workflows.Host.Http;
using Workflows.Host.Plugins;
using Workflows.Host.Workers;
using Workflows.Marketing.Calendars;
using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Converting;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Launches.Checks;
using Workflows.Marketing.Limits.Safety;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Products;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Replying;
using Workflows.Marketing.Rollouts;
using Workflows.Marketing.Simulations;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.Composition;

/// <summary>Composes Runtime: the engine with marketing's activities beside the built-in ones.</summary>
internal static class RuntimeRoom
{
    public static IServiceCollection AddRuntime(this IServiceCollection services, PluginSet plugins)
    {
        plugins.AddTo(services);
        return services
            .AddSingleton(plugins)
            .AddSingleton(provider =>
                CreateValidator(
                    plugins,
                    provider.GetRequiredService<RuleSetCatalog>(),
                    KnownChannels(provider.GetRequiredService<ChannelSet>()),
                    provider
                )
            )
            .AddSingleton<DefinitionCatalog>()
            .AddSingleton(provider =>
            {
                var compiler = provider.GetRequiredService<WorkflowValidator>().Compiler;
                return new DesignerCatalog(compiler.Activities, compiler.Expressions, provider);
            })
            .AddSingleton<TriggerIndex>()
            .AddSingleton<TriggerFeed>()
            .AddSingleton(provider => new WorkflowRunner(provider, recordsValues: true))
            .AddSingleton<IWorkflowRunner>(provider => new LocalWorkflowRunner(
                provider.GetRequiredService<WorkflowValidator>().Compiler,
                provider.GetRequiredService<TimeProvider>(),
                provider
            ))
            .AddSingleton<IStimulusSender>(provider => new StimulusQueue(
                provider.GetRequiredService<IInstanceStore>(),
                provider.GetRequiredService<WorkSignal>(),
                provider.GetRequiredService<TimeProvider>(),
                Tenants.Default
            ))
            .AddHttp()
            .AddSingleton(new WorkLoopOptions())
            .AddSingleton(provider => new WorkLoops(
                provider.GetRequiredService<IInstanceStore>(),
                provider.GetRequiredService<InstanceRunner>(),
                provider.GetRequiredService<TriggerIndex>(),
                provider.GetRequiredService<WorkSignal>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<WorkLoopOptions>(),
                provider.GetRequiredService<ILoggerFactory>(),
                provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine)
            ))
            .AddLoop<TriggerFeed>((feed, stopping) => feed.RunAsync(stopping))
            .AddLoop<WorkLoops>((loops, stopping) => loops.RunAsync(stopping));
    }

    /// <summary>Compiles definitions that may use marketing's activities and those of plug-ins.</summary>
    /// <param name="plugins">The plug-ins; null for none.</param>
    /// <param name="flowcharts">How flowcharts bring branches together, for definitions that do not say.</param>
    public static WorkflowCompiler CreateCompiler(
        PluginSet? plugins = null,
        FlowchartMode flowcharts = FlowchartMode.CounterBased
    ) =>
        new(
            (plugins ?? PluginSet.None).AddTo(HttpRoom.AddTo(new ActivityCatalog(typeof(SendMessage).Assembly))),
            ContactExpressions.Registry,
            flowcharts: flowcharts
        );

    /// <summary>Says what is wrong with definitions, what only journeys must heed included.</summary>
    /// <param name="plugins">The plug-ins whose activities they may use.</param>
    /// <param name="ruleSets">The rule sets they may ask.</param>
    /// <param name="channels">The channels they may send by; null where that is not known.</param>
    /// <param name="services">Where the workspace's calendar, attributes, tags, pools and contents are found; null for the calendar that ships and none of the others.</param>
    public static WorkflowValidator CreateValidator(
        PluginSet plugins,
        RuleSetCatalog ruleSets,
        IReadOnlyCollection<string>? channels,
        IServiceProvider? services = null
    ) =>
        new(
            CreateCompiler(plugins),
            [
                new JourneyCheck(ruleSets, channels, services?.GetService<CommunitySafety>())
                {
                    Contents = services?.GetRequiredService<IContentStore>(),
                    Tenant = Tenants.Default,
                },
                new RecommendCheck(services?.GetRequiredService<RecommenderSet>(), ruleSets),
                new ReplyCheck(services?.GetRequiredService<ReplierSet>(), ruleSets),
                new CalendarCheck(services),
                new SellingCheck(services?.GetRequiredService<IContentStore>(), Tenants.Default),
                new LaunchCheck(services?.GetRequiredService<IContentStore>(), Tenants.Default),
                .. OfTheWorkspace(services),
            ]
        );

    // Attributes, tags, pools and contents are known where there is a workspace.
    private static IEnumerable<IDefinitionCheck> OfTheWorkspace(IServiceProvider? services) =>
        services is null
            // Whether links are tracked where the workflow will run is not known here.
            ? [new JourneyContentCheck(MergeFields.OfAnyName, null, null, Tenants.Default) { TracksLinks = true }]
            :
            [
                services.GetRequiredService<ContactNamesCheck>(),
                services.GetRequiredService<PoolCheck>(),
                services.GetRequiredService<JourneyContentCheck>(),
                services.GetRequiredService<LinkCheck>(),
                services.GetRequiredService<LinkAudienceCheck>(),
                services.GetRequiredService<FulfilmentCheck>(),
                services.GetRequiredService<LeadProductCheck>(),
                services.GetRequiredService<JourneyPersonaCheck>(),
                new NeighbourCheck(services.GetRequiredService<TriggerIndex>()),
                services.GetRequiredService<RolloutCheck>(),
                services.GetRequiredService<ReadinessCheck>(),
                .. services.GetRequiredService<HostSettings>().RequireSimulations
                    ? [services.GetRequiredService<SimulationCheck>()]
                    : Array.Empty<IDefinitionCheck>(),
            ];

    // A workspace with nothing but the tasks of people is being set up; what else it will have is not known yet.
    private static IReadOnlyCollection<string>? KnownChannels(ChannelSet channels) =>
        channels.Names.Except(HandTaskChannel.Names, StringComparer.OrdinalIgnoreCase).Any() ? channels.Names : null;
}
