using System.Text.Json;

namespace Workflows.Runtime.Json;

/// <summary>Reads members of Elsa's JSON, whose names differ in case between versions.</summary>
internal static class JsonNames
{
    public static JsonElement Member(this JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return default;
        }
        if (json.TryGetProperty(name, out var exact))
        {
            return exact;
        }
        foreach (var member in json.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }
        return default;
    }

    public static bool IsNothing(this JsonElement json) =>
        json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public static string? AsText(this JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
            _ => null,
        };

    public static bool AsTruth(this JsonElement json) =>
        json.ValueKind == JsonValueKind.True
        || (
            json.ValueKind == JsonValueKind.String
            && string.Equals(json.GetString(), "true", StringComparison.OrdinalIgnoreCase)
        );

    public static int? AsNumber(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) ? number : null;

    /// <summary>The elements of an array, also when older files wrap it in <c>$values</c>.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json)
    {
        var array = json.ValueKind == JsonValueKind.Object ? json.Member("$values") : json;
        return array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];
    }
}
