using Workflows.Marketing.Contacts;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Contacts;

internal static class EventWork
{
    /// <summary>The bytes of the work item that brings an event to its contact.</summary>
    public static byte[] Payload(ContactEvent contactEvent) =>
        WorkPayloadSerializer.WriteSubjectStimulus(
            ContactStimulus.Name,
            contactEvent.Type,
            ContactEventJson.Write(contactEvent)
        );
}
