using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>What history makes of a contact.</summary>
public static class ImportedHistory
{
    /// <summary>The contact after the events, as if their turns had run one after the other.</summary>
    public static ContactState Fold(ContactState state, IEnumerable<ContactEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var contact = new Contact(state);
        foreach (var one in events)
        {
            contact.Fold(one);
        }

        return contact.ToState();
    }
}
