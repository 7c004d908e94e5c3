using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

internal static class ContactsComposition
{
    /// <summary>Adds what is known of contacts beside themselves.</summary>
    public static IServiceCollection AddContactRecords(this IServiceCollection services) =>
        services
            .AddSingleton<IConsentLedger>(provider => new SqlConsentLedger(
                provider.GetRequiredService<WorkflowsDbContextFactory>()
            ))
            .AddSingleton<IRelationRegister>(provider => new SqlRelationRegister(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ));
}
