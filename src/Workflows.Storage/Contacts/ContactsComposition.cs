using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Channels.WeChat.Subscriptions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Decisions;
using Workflows.Marketing.Documents;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Products;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Rollouts;
using Workflows.Marketing.Simulations;
using Workflows.Storage.Decisions;
using Workflows.Storage.Products;
using Workflows.Storage.Rollouts;
using Workflows.Storage.Settings;
using Workflows.Storage.Simulations;

namespace Workflows.Storage.Contacts;

internal static class ContactsComposition
{
    /// <summary>Adds what is known of contacts beside themselves.</summary>
    public static IServiceCollection AddContactRecords(this IServiceCollection services) =>
        services
            .AddSingleton<IDocumentStore>(provider => new SqlDocumentStore(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton(provider => new StaffActLedger(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IProductRegister>(provider => new SqlProductRegister(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IPurchaseBook>(provider => new SqlPurchaseBook(
                provider.GetRequiredService<WorkflowsDbContextFactory>()
            ))
            .AddSingleton(provider => new TrafficFigures(provider.GetRequiredService<WorkflowsDbContextFactory>()))
            .AddSingleton<ISimulationBook>(provider => new SqlSimulationBook(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IPilotBook>(provider => new SqlPilotBook(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IDecisionBook>(provider => new SqlDecisionBook(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IConsentLedger>(provider => new SqlConsentLedger(
                provider.GetRequiredService<WorkflowsDbContextFactory>()
            ))
            .AddSingleton<ISubscriptionLedger>(provider => new SqlSubscriptionLedger(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>(),
                provider.GetRequiredService<StorageOptions>().Kind
            ))
            .AddSingleton(provider => new MergeStore(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton(provider => new TagMergeStore(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton(provider => new ContactOverviews(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<IContactStore>(),
                provider.GetRequiredService<IConsentLedger>(),
                provider.GetRequiredService<IGroupRegister>(),
                provider.GetRequiredService<IProductRegister>()
            ))
            .AddSingleton(provider => new ContactErasure(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton<IRelationRegister>(provider => new SqlRelationRegister(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ));
}
