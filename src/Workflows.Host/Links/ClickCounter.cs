using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Storage.Links;

namespace Workflows.Host.Links;

/// <summary>Counts a click, and tells the journeys of whoever clicked.</summary>
internal sealed class ClickCounter(
    LinkLedger links,
    IContactStore contacts,
    ContactEventIntake intake,
    TimeProvider clock
)
{
    public async Task CountAsync(FollowedLink link, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await links.CountAsync(Tenants.Default, link.Code, now, cancellationToken);
        if (
            link is not { ContactId: { } id, Journey: { } journey }
            || await contacts.FindAsync(Tenants.Default, id, cancellationToken) is not { } contact
            || contact.Identities.Count == 0
        )
        {
            return;
        }

        await intake.AcceptAsync(
            Tenants.Default,
            [LinkClick.Of(link.Code, link.Target, link.Template, link.Content, journey, contact.Identities, now)],
            cancellationToken
        );
    }
}
