using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>The texts in an event's data, by name.</summary>
internal sealed class EventFacts
{
    private readonly Dictionary<string, string> _texts;

    private EventFacts(Dictionary<string, string> texts) => _texts = texts;

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

        return new EventFacts(texts);
    }

    /// <summary>Whether the text of a name is wished for.</summary>
    public bool Is(string name, ICollection<string>? wished) => Wishes.Grant(wished, this[name]);
}
