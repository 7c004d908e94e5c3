using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Journeys;

/// <summary>The texts in an event's data, by name.</summary>
internal sealed class EventFacts
{
    private readonly Dictionary<string, string> _texts;

    private EventFacts(string type, Dictionary<string, string> texts) => (Type, _texts) = (type, texts);

    /// <summary>The event's type.</summary>
    public string Type { get; }

    /// <summary>The text of a name, or empty.</summary>
    public string this[string name] => _texts.GetValueOrDefault(name, "");

    public static EventFacts Of(ContactEvent told)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(told.Data))
        {
            using var document = JsonDocument.Parse(told.Data);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                texts[member.Name] = member.Value.ToString();
            }
        }

        return new EventFacts(told.Type, texts);
    }

    /// <summary>Whether the text of a name is wished for.</summary>
    public bool Is(string name, ICollection<string>? wished) => Wishes.Grant(wished, this[name]);
}
