using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Journeys;

/// <summary>An event as expressions see it: <c>type</c>, <c>at</c>, <c>source</c>, <c>id</c> and the members of its <c>data</c>.</summary>
internal static class ContactEventValue
{
    public static Dictionary<string, object?> Of(ContactEvent contactEvent) =>
        new(StringComparer.Ordinal)
        {
            ["type"] = contactEvent.Type,
            ["at"] = contactEvent.At,
            ["source"] = contactEvent.Source,
            ["id"] = contactEvent.Id,
            ["data"] = Data(contactEvent.Data),
        };

    private static Dictionary<string, object?> Data(string? json)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(json))
        {
            return data;
        }

        using var document = JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            data[member.Name] = AttributeValue.FromJson(member.Value);
        }

        return data;
    }
}
