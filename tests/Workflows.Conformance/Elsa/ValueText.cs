using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Conformance.Elsa;

/// <summary>The recorded cases' way to show a value with its kind.</summary>
internal static class ValueText
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => $"String:{text}",
            bool truth => truth ? "Boolean:true" : "Boolean:false",
            int or long or double or decimal or float =>
                $"{value.GetType().Name}:{Convert.ToString(value, CultureInfo.InvariantCulture)}",
            DateTime instant => $"DateTime:{instant.ToString("O", CultureInfo.InvariantCulture)}",
            DateTimeOffset instant => $"DateTimeOffset:{instant.ToString("O", CultureInfo.InvariantCulture)}",
            TimeSpan duration => $"TimeSpan:{duration.ToString("c", CultureInfo.InvariantCulture)}",
            Guid id => $"Guid:{id}",
            JsonElement json => OfJson(json),
            JsonNode json => OfJson(JsonSerializer.SerializeToElement(json)),
            IDictionary map => $"Json:{JsonSerializer.Serialize(map, Compact)}",
            IDictionary<string, object?> map => $"Json:{JsonSerializer.Serialize(map, Compact)}",
            IEnumerable items => $"List[{string.Join('|', items.Cast<object?>().Select(Of))}]",
            _ => $"Json:{JsonSerializer.Serialize(value, Compact)}",
        };

    private static string OfJson(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => $"String:{json.GetString()}",
            JsonValueKind.Number => $"Number:{json.GetRawText()}",
            JsonValueKind.True => "Boolean:true",
            JsonValueKind.False => "Boolean:false",
            JsonValueKind.Array => $"List[{string.Join('|', json.EnumerateArray().Select(OfJson))}]",
            JsonValueKind.Object => $"Json:{JsonSerializer.Serialize(json, Compact)}",
            _ => "null",
        };
}
