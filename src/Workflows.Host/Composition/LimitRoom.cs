using Workflows.Host.Workers;
using Workflows.Marketing.Alerts;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Decisions;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Limits.Safety;
using Workflows.Marketing.Places.Groups;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Composition;

/// <summary>Composes the limits of Marketing.</summary>
internal static class LimitRoom
{
    public static IServiceCollection AddLimits(this IServiceCollection services, HostSettings settings) =>
        services
            .AddSingleton(provider => new CommunitySafety(
                provider.GetRequiredService<IDecisionBook>(),
                provider.GetRequiredService<TimeProvider>(),
                Tenants.Default
            ))
            .AddSingleton(provider => new LimitRuleBook(
                provider.GetRequiredService<RuleSetCatalog>(),
                provider.GetRequiredService<CommunitySafety>()
            ))
            .AddSingleton<BotGroups>()
            .AddSingleton<GroupBots>()
            .AddSingleton<SendStores>()
            .AddSingleton<SendContacts>()
            .AddSingleton(provider => new LimitUses(
                provider.GetRequiredService<ILimitStore>(),
                TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)
            ))
            .AddSingleton(provider => new RestingProducts(
                provider.GetRequiredService<ILimitStore>(),
                provider.GetRequiredService<LimitRuleBook>(),
                TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)
            ))
            .AddSingleton(provider => new LimitJudge(
                provider.GetRequiredService<ILimitStore>(),
                provider.GetRequiredService<LimitRuleBook>(),
                provider.GetRequiredService<IConsentLedger>(),
                TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)
            )
            {
                Budgets = new JourneyBudgets(provider.GetRequiredService<DefinitionCatalog>()),
                Stores = provider.GetRequiredService<SendStores>(),
                Contacts = provider.GetRequiredService<SendContacts>(),
                Spent = new BudgetAlerts(provider.GetRequiredService<AlertDesk>()),
            })
            .AddSingleton(provider => new LimitCleaning(
                provider.GetRequiredService<ILimitStore>(),
                provider.GetRequiredService<LimitJudge>(),
                provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine),
                provider.GetRequiredService<TimeProvider>()
            )
            {
                OnFailed = failure =>
                    provider
                        .GetRequiredService<ILogger<LimitCleaning>>()
                        .LogWarning(failure, "Old counters of limits stay for now: {Reason}", failure.Message),
            })
            .AddLoop<LimitCleaning>((cleaning, stopping) => cleaning.RunAsync(stopping));
}
