using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>The data of an accepted event, read leniently: what is missing or of another kind is null.</summary>
internal readonly struct EventData
{
    private readonly JsonElement _root;

    public EventData(string? data)
    {
        if (string.IsNullOrEmpty(data))
        {
            return;
        }

        using var document = JsonDocument.Parse(data);
        _root = document.RootElement.Clone();
    }

    public int? Whole(string name) =>
        _root.ValueKind == JsonValueKind.Object
        && _root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : null;

    public double? Number(string name) =>
        _root.ValueKind == JsonValueKind.Object
        && _root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number)
            ? number
            : null;

    public string? Text(string name) =>
        _root.ValueKind == JsonValueKind.Object
        && _root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
