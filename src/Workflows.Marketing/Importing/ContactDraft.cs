using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>A row on its way to becoming an event.</summary>
internal sealed class ContactDraft
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string? Source { get; set; }

    public string? Id { get; set; }

    public string? Type { get; set; }

    public DateTimeOffset? At { get; set; }

    public List<string> Tags { get; } = [];

    public SortedDictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The event a row of events says.</summary>
    public ContactEvent ToEvent(ContactIdentities identities) =>
        new(
            Source ?? "import",
            Id ?? "",
            Type ?? "",
            At ?? default,
            identities,
            Values.Count == 0 ? null : Text(Values)
        );

    /// <summary>
    /// The event <see cref="ContactEventTypes.Imported"/> of a contact. Its id is made from what it says: the same row twice is
    /// one event, a corrected row another.
    /// </summary>
    public ContactEvent ToContact(ContactIdentities identities, DateTimeOffset now)
    {
        var said = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        if (Values.Count > 0)
        {
            said["attributes"] = Values;
        }

        if (Tags.Count > 0)
        {
            said["tags"] = Tags;
        }

        if (At is { } joined)
        {
            said["joinedAt"] = joined.ToString("O", CultureInfo.InvariantCulture);
        }

        var data = Text(said);
        var who = string.Join('\n', identities.Select(identity => identity.ToString()));
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{who}\n{data}")))[..40];
        return new ContactEvent("import", id, ContactEventTypes.Imported, At ?? now, identities, data);
    }

    private static string Text(object value) => JsonSerializer.Serialize(value, Readable);
}
