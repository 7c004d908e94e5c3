namespace Workflows.Marketing.Contacts;

/// <summary>One line of the ledger of consent: what a contact said, and what proves it.</summary>
/// <param name="Mark">What was said.</param>
/// <param name="Source">Where it was said: <c>form</c>, <c>qr</c>, <c>chat</c>, <c>sms-reply</c> …; null where nobody told.</param>
/// <param name="TextVersion">The version of the text the contact was shown; null where nobody told.</param>
/// <param name="StaffId">The member of the staff who took it down, or null.</param>
/// <param name="EventSource">The system that reported it.</param>
/// <param name="EventId">The event's id in that system.</param>
/// <param name="RecordedAt">When it was written down here.</param>
public sealed record ConsentEntry(
    ConsentMark Mark,
    string? Source,
    string? TextVersion,
    string? StaffId,
    string EventSource,
    string EventId,
    DateTimeOffset RecordedAt
)
{
    /// <summary>The line an event writes, or null for an event that is not about consent.</summary>
    public static ConsentEntry? Of(ContactEvent contactEvent, DateTimeOffset recordedAt)
    {
        ArgumentNullException.ThrowIfNull(contactEvent);
        var isOfPosition = LocationEvents.AreOf(contactEvent.Type);
        if (!isOfPosition && contactEvent.Type is not (ContactEventTypes.OptedIn or ContactEventTypes.OptedOut))
        {
            return null;
        }

        var data = new EventData(contactEvent.Data);
        return new ConsentEntry(
            new ConsentMark(
                isOfPosition ? null : data.Text("channel"),
                isOfPosition ? LocationEvents.Purpose : data.Text("purpose"),
                contactEvent.Type is ContactEventTypes.OptedIn or LocationEvents.Shared,
                contactEvent.At
            ),
            data.Text("source"),
            data.Text("textVersion"),
            data.Text("staff"),
            contactEvent.Source,
            contactEvent.Id,
            recordedAt
        );
    }
}
