using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service;
using Workflows.Marketing.Service.Orders;

namespace Workflows.Host.Service;

/// <summary>Tells the journeys of a customer what people did with a work order.</summary>
internal sealed class WorkOrderNews(IContactStore contacts, ContactEventIntake intake, TimeProvider clock)
{
    public async Task TellAsync(WorkOrder order, string type, CancellationToken cancellationToken)
    {
        if (
            await contacts.FindAsync(Tenants.Default, order.ContactId, cancellationToken) is
            { Identities.Count: > 0 } contact
        )
        {
            await intake.AcceptAsync(
                Tenants.Default,
                [ServiceTelling.Of(order, type, contact.Identities, clock.GetUtcNow())],
                cancellationToken
            );
        }
    }
}
