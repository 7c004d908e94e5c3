using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Contacts;

/// <summary>How a contact event travels through the work queue: one stimulus, matched by its event type.</summary>
public static class ContactStimulus
{
    /// <summary>The stimulus name of all contact events; the trigger and the wait activity share it.</summary>
    public const string Name = "Marketing.ContactEvent";

    /// <summary>The stimulus that wakes triggers and waits for the event's type.</summary>
    public static Stimulus For(ContactEvent contactEvent)
    {
        ArgumentNullException.ThrowIfNull(contactEvent);
        return new Stimulus(Name, contactEvent.Type, contactEvent);
    }

    /// <summary>The event a stimulus carries, if it is one of ours.</summary>
    public static bool TryGetEvent(Stimulus stimulus, [NotNullWhen(true)] out ContactEvent? contactEvent)
    {
        ArgumentNullException.ThrowIfNull(stimulus);
        contactEvent = Name.Equals(stimulus.Name, StringComparison.Ordinal) ? FromPayload(stimulus.Payload) : null;
        return contactEvent is not null;
    }

    /// <summary>The event in a payload: itself in memory, its JSON when it comes from a queue's row.</summary>
    internal static ContactEvent? FromPayload(object? payload) =>
        payload switch
        {
            ContactEvent contactEvent => contactEvent,
            string text => Single(Encoding.UTF8.GetBytes(text)),
            byte[] utf8 => Single(utf8),
            JsonElement element => ContactEventJson.Read(element).Events is [var only] ? only : null,
            _ => null,
        };

    private static ContactEvent? Single(byte[] utf8) => ContactEventJson.Read(utf8).Events is [var only] ? only : null;
}
