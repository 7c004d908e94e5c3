using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>Makes sure that a new friend is a contact before they are greeted; the inbox's loop finds the same events known.</summary>
/// <param name="intake">Takes the callback's events.</param>
/// <param name="store">Knows the contact.</param>
public sealed class WelcomeContacts(ContactEventIntake intake, IContactStore store)
{
    internal async Task<Contact?> MeetAsync(
        int tenant,
        WeComCallback callback,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken
    )
    {
        var events = CallbackEvents.Of(callback, receivedAt);
        if (events.Count == 0)
        {
            return null;
        }

        var taken = await intake.AcceptAsync(tenant, events, cancellationToken);
        return
            taken.IsAccepted
            && await store.FindAsync(tenant, taken.Receipts[0].ContactId, cancellationToken) is { } known
            ? new Contact(known)
            : null;
    }
}
