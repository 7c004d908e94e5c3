using System.Text.Json;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>One pass over a document of events; remembers what it did not understand.</summary>
internal sealed class ContactEventReading
{
    private const int MaxDiagnostics = 100;
    private readonly List<Diagnostic> _diagnostics = [];

    public (IReadOnlyList<ContactEvent> Events, IReadOnlyList<Diagnostic> Diagnostics) Finish(
        IReadOnlyList<ContactEvent?> events
    ) => _diagnostics.Count > 0 ? ([], _diagnostics) : ([.. events.OfType<ContactEvent>()], []);

    /// <returns>The event, or null when something about it was not understood.</returns>
    public ContactEvent? ReadEvent(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Say("EVT011", "An event is a JSON object.", path);
            return null;
        }

        var before = _diagnostics.Count;
        var contactEvent = new ContactEvent(
            Text(element, "source", path),
            Text(element, "id", path),
            Text(element, "type", path),
            ReadTime(element, "at", path),
            ReadIdentities(element, path),
            Data(element)
        );
        return _diagnostics.Count == before ? contactEvent : null;
    }

    /// <summary>The time a member says; a mistake is remembered.</summary>
    public DateTimeOffset ReadTime(JsonElement element, string name, string path)
    {
        if (
            element.TryGetProperty(name, out var at)
            && at.ValueKind == JsonValueKind.String
            && at.TryGetDateTimeOffset(out var time)
            && HasOffset(at.GetString()!)
        )
        {
            return time;
        }

        Say(
            "EVT013",
            $"The time '{name}' is missing or not readable.",
            $"{path}.{name}",
            "Write it as in 2021-01-31T09:00:00+08:00, with the offset from UTC."
        );
        return default;
    }

    /// <summary>The names in the member <c>contact</c>; mistakes are remembered.</summary>
    public ContactIdentities ReadIdentities(JsonElement element, string path)
    {
        if (!element.TryGetProperty("contact", out var contact) || contact.ValueKind != JsonValueKind.Object)
        {
            Say("EVT014", "The object 'contact' is missing.", $"{path}.contact", Known());
            return ContactIdentities.None;
        }

        List<ContactIdentity> identities = [];
        foreach (var member in contact.EnumerateObject())
        {
            if (!ContactIdentity.TryParseKind(member.Name, out var kind))
            {
                Say("EVT015", $"'{member.Name}' is not a kind of identity.", $"{path}.contact", Known());
            }
            else if (member.Value.ValueKind != JsonValueKind.String)
            {
                Say("EVT016", "An identity is a text.", $"{path}.contact.{member.Name}");
            }
            else
            {
                identities.Add(new ContactIdentity(kind, member.Value.GetString()!));
            }
        }

        return [.. identities];
    }

    private static string? Data(JsonElement element) =>
        element.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null ? data.GetRawText() : null;

    private string Text(JsonElement element, string name, string path)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        Say("EVT012", $"The text '{name}' is missing.", $"{path}.{name}");
        return "";
    }

    // Without its offset a time means one thing here and another there.
    private static bool HasOffset(string time) =>
        time.EndsWith('Z') || (time.Length > 6 && time[^6] is '+' or '-' && time[^3] == ':');

    private static string Known() => $"Name the contact by {string.Join(", ", ContactIdentity.KindNames)}.";

    private void Say(string code, string message, string path, string? remedy = null)
    {
        if (_diagnostics.Count < MaxDiagnostics)
        {
            _diagnostics.Add(new Diagnostic(code, message, path, Remedy: remedy));
        }
    }
}
