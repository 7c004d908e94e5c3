using Workflows.Marketing.Contacts;
using Workflows.Marketing.Documents;

namespace Workflows.Host.Composition;

/// <summary>Composes what a workspace knows of its contacts' words: attributes, tags, pools, and the checks by them.</summary>
internal static class ContactNames
{
    public static IServiceCollection AddContactNames(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new AttributeCatalog(
                provider.GetRequiredService<IDocumentStore>(),
                Machine(provider),
                Tenants.Default
            ))
            .AddSingleton(provider => new TagCatalog(
                provider.GetRequiredService<IDocumentStore>(),
                Machine(provider),
                Tenants.Default
            ))
            .AddSingleton(provider => new PoolCatalog(
                provider.GetRequiredService<IDocumentStore>(),
                Machine(provider),
                Tenants.Default
            ))
            .AddSingleton<PoolCheck>()
            .AddSingleton<ContactNamesCheck>();

    private static TimeProvider Machine(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<TimeProvider>(Clocks.Machine);
}
