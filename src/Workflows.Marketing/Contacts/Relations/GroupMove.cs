namespace Workflows.Marketing.Contacts;

/// <summary>What an event says about a contact and a customer group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="HasJoined">Whether the contact joined; otherwise it left.</param>
/// <param name="At">When.</param>
public sealed record GroupMove(string GroupId, bool HasJoined, DateTimeOffset At)
{
    /// <summary>Reads an event; null for one that says nothing about a group.</summary>
    public static GroupMove? Of(ContactEvent contactEvent)
    {
        ArgumentNullException.ThrowIfNull(contactEvent);
        return
            contactEvent.Type is ContactEventTypes.GroupJoined or ContactEventTypes.GroupLeft
            && new EventData(contactEvent.Data).Text("group") is { Length: <= 64 } group
            ? new GroupMove(group, contactEvent.Type is ContactEventTypes.GroupJoined, contactEvent.At)
            : null;
    }
}
