using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service;
using Workflows.Marketing.Service.Chats;
using Workflows.Marketing.Service.Orders;

namespace Workflows.Host.Service;

/// <summary>Composes customer service: work orders, ratings, what of chats is kept.</summary>
internal static class ServiceRoom
{
    public static IServiceCollection AddCustomerService(this IServiceCollection services, HostSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.Links))
        {
            services.AddSingleton(new RatingLinks(new Uri(settings.Links)));
        }

        return services
            .AddSingleton(provider => new ChatContent(
                provider.GetRequiredService<IContactStore>(),
                provider.GetRequiredService<IConsentLedger>()
            ))
            .AddSingleton<SessionRules>()
            .AddSingleton(provider => new WorkOrderDesk(
                provider.GetRequiredService<IWorkOrderStore>(),
                provider.GetRequiredService<SessionRules>(),
                Tenants.Default
            ))
            .AddSingleton(provider => new WorkOrderSorting(
                provider.GetRequiredService<IWorkOrderStore>(),
                Tenants.Default
            ))
            .AddSingleton<WorkOrderNews>();
    }
}
