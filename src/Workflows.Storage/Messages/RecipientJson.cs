using System.Text.Json;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Messages;

/// <summary>
/// Who gets a message, as one JSON column: <c>{"group":"…"}</c>, <c>{"staff":"…"}</c>, <c>{"contact":"…","names":[["phone","…"]]}</c>,
/// or only the names where the recipient is the journey's own contact.
/// </summary>
internal static class RecipientJson
{
    public static string Write(OutboundMessage message) =>
        message.Recipient switch
        {
            Recipient.Person person when person.ContactId == message.ContactId => ContactIdentitiesJson.Write(
                person.To
            ),
            Recipient.Person person =>
                $$"""{"contact":"{{person.ContactId}}","names":{{ContactIdentitiesJson.Write(person.To)}}}""",
            Recipient.Group group => JsonSerializer.Serialize(new { group = group.GroupId }),
            Recipient.Staff staff => JsonSerializer.Serialize(new { staff = staff.StaffId }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static Recipient Read(string json, Guid? contact)
    {
        if (json.StartsWith('['))
        {
            return new Recipient.Person(contact ?? default, ContactIdentitiesJson.Read(json));
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.TryGetProperty("group", out var group))
        {
            return new Recipient.Group(group.GetString()!);
        }

        return root.TryGetProperty("staff", out var staff)
            ? new Recipient.Staff(staff.GetString()!)
            : new Recipient.Person(
                root.GetProperty("contact").GetGuid(),
                ContactIdentitiesJson.Read(root.GetProperty("names").GetRawText())
            );
    }

    /// <summary>The column by which messages to a group or a staff member are found.</summary>
    public static string? AddressOf(OutboundMessage message) =>
        message.Recipient is Recipient.Person ? null : message.Recipient.Address;
}
