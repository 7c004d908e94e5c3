using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>Makes sure that a new friend is a contact before they are greeted; the inbox's loop finds the same events known.</summary>
public sealed class WelcomeContacts
{
    private readonly IContactStore _store;
    private readonly Gathering<(int Tenant, ContactEvent Event), ContactEventReceipt?> _taken;

    /// <param name="intake">Takes the callback's events.</param>
    /// <param name="store">Knows the contact.</param>
    public WelcomeContacts(ContactEventIntake intake, IContactStore store)
    {
        _store = store;
        _taken = new(events => TakeAsync(intake, events));
    }

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

        // A newcomer's callback is one event; the others it may tell are the inbox's.
        var taken = await _taken.AskAsync((tenant, events[0]));
        return taken is not null && await _store.FindAsync(tenant, taken.ContactId, cancellationToken) is { } known
            ? new Contact(known)
            : null;
    }

    private static async Task<IReadOnlyList<ContactEventReceipt?>> TakeAsync(
        ContactEventIntake intake,
        IReadOnlyList<(int Tenant, ContactEvent Event)> events
    )
    {
        if (events.Any(one => one.Tenant != events[0].Tenant))
        {
            throw new InvalidOperationException("Several workspaces: each event is taken by itself.");
        }

        var result = await intake.AcceptAsync(
            events[0].Tenant,
            [.. events.Select(one => one.Event)],
            CancellationToken.None
        );
        if (!result.IsAccepted && events.Count > 1)
        {
            throw new InvalidOperationException("One of the events is wrong: each is taken by itself.");
        }

        return [.. events.Select((_, index) => result.IsAccepted ? result.Receipts[index] : null)];
    }
}
