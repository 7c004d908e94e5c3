using System.Text.Json.Nodes;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Service.Chats;

/// <summary>
/// Leaves what was said in chats and calls out of events whose customer did not agree that it is kept (S0-63): that somebody wrote, when and to
/// whom is known all the same. Consent is a word about the purpose <c>archive</c>; agreeing to messages is not enough.
/// </summary>
/// <param name="contacts">Knows whose names these are.</param>
/// <param name="consents">Knows what they agreed to.</param>
public sealed class ChatContent(IContactStore contacts, IConsentLedger consents)
{
    /// <summary>The purpose of the consent.</summary>
    public const string Purpose = "archive";

    private const string Channel = "chat";
    private static readonly string[] Contents = ["text", "demand", "summary", "transcript", "recording", "attachments"];

    /// <summary>The events without what may not be kept.</summary>
    public async Task<IReadOnlyList<ContactEvent>> FilterAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(events);
        if (!events.Any(SaysSomething))
        {
            return events;
        }

        List<ContactEvent> kept = [];
        foreach (var one in events)
        {
            var may = !SaysSomething(one) || await AgreesAsync(tenant, one, events, cancellationToken);
            kept.Add(may ? one : Without(one));
        }

        return kept;
    }

    /// <summary>The events without any content of chats and calls.</summary>
    internal static IReadOnlyList<ContactEvent> LeaveOut(IReadOnlyList<ContactEvent> events) =>
        events.Any(SaysSomething) ? [.. events.Select(one => SaysSomething(one) ? Without(one) : one)] : events;

    private static bool SaysSomething(ContactEvent one) =>
        one
            is {
                Type: ServiceEvents.MessageReceived or ServiceEvents.MessageSent or ServiceEvents.CallEnded,
                Data: not null
            }
        && Contents.Any(name => one.Data.Contains($"\"{name}\"", StringComparison.Ordinal));

    private async Task<bool> AgreesAsync(
        int tenant,
        ContactEvent one,
        IReadOnlyList<ContactEvent> batch,
        CancellationToken cancellationToken
    )
    {
        var known = ContactConsents.None;
        foreach (var name in one.Identities)
        {
            if (await contacts.FindAsync(tenant, name, cancellationToken) is { } contact)
            {
                var words = await consents.FindAsync(tenant, [contact.Id], cancellationToken);
                known = words.GetValueOrDefault(contact.Id, ContactConsents.None);
                break;
            }
        }

        // What is said in the same batch counts as well.
        var said = batch
            .Where(other => other.Identities.Any(one.Identities.Contains))
            .Select(other => ConsentEntry.Of(other, other.At)?.Mark)
            .OfType<ConsentMark>()
            .Where(mark => mark.At <= one.At);
        var all = said.Aggregate(known, (sum, mark) => sum.With(mark));
        return all.Grants(Channel, Purpose) && all.Any(mark => mark is { IsGranted: true, Purpose: Purpose });
    }

    private static ContactEvent Without(ContactEvent one)
    {
        var data = JsonNode.Parse(one.Data!)!.AsObject();
        foreach (var name in Contents)
        {
            data.Remove(name);
        }

        return one with
        {
            Data = data.ToJsonString(),
        };
    }
}
