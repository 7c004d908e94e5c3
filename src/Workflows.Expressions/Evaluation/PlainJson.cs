using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Expressions.Evaluation;

/// <summary>Turns JSON into plain .NET values and back: dictionaries, lists, text, numbers, booleans and null.</summary>
public static class PlainJson
{
    internal static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = null,
            DictionaryKeyPolicy = null,
        };

    /// <summary>Reads JSON text as plain values.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; an integer is an int or, where too large, a long, other numbers are doubles.</param>
    /// <returns>Whether the text is JSON.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out object? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            value = ToPlain(document.RootElement);
            return true;
        }
        // Half of a pair of surrogates, written out or escaped, is none of JSON's own errors.
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>Reads a JSON element as plain values, independent of the document it belongs to.</summary>
    public static object? ToPlain(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => ToDictionary(element),
            JsonValueKind.Array => element.EnumerateArray().Select(ToPlain).ToList(),
            JsonValueKind.String => element.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => ToNumber(element),
            _ => null,
        };

    /// <summary>Writes any value as JSON text; Chinese text stays readable.</summary>
    public static string Write(object? value) => JsonSerializer.Serialize(value, Options);

    internal static object? ToPlain(JsonNode? node) =>
        node is null ? null : ToPlain(JsonSerializer.SerializeToElement(node, Options));

    // A value that came from JSON is looked through; everything else is left as it is.
    internal static object? Unwrap(object? value) =>
        value switch
        {
            JsonElement element => ToPlain(element),
            JsonNode node => ToPlain(node),
            JsonDocument document => ToPlain(document.RootElement),
            _ => value,
        };

    internal static bool IsScalar(object value) =>
        value is string || (value is not IEnumerable && value is IFormattable);

    private static Dictionary<string, object?> ToDictionary(JsonElement element)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            result[property.Name] = ToPlain(property.Value);
        }

        return result;
    }

    private static object ToNumber(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
        {
            return small;
        }

        return element.TryGetInt64(out var large) ? large : element.GetDouble();
    }
}
