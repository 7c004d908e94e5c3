using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Expressions.Evaluation;

/// <summary>Conversions to System.Text.Json's own types.</summary>
internal static class JsonTarget
{
    public static bool TryConvert(object value, Type target, out object? result)
    {
        var json = value is string text && LooksLikeJson(text) ? text : PlainJson.Write(value);
        try
        {
            result = target switch
            {
                _ when target == typeof(JsonElement) => JsonSerializer.Deserialize<JsonElement>(json),
                _ when target == typeof(JsonDocument) => JsonDocument.Parse(json),
                _ => JsonNode.Parse(json),
            };
        }
        catch (JsonException)
        {
            result =
                target == typeof(JsonElement)
                    ? JsonSerializer.SerializeToElement(value)
                    : JsonValue.Create(value as string);
        }

        if (target.IsInstanceOfType(result))
        {
            return true;
        }

        result = Coerce.DefaultOf(target);
        return false;
    }

    private static bool LooksLikeJson(string text) => text.AsSpan().Trim() is ['{', ..] or ['[', ..] or ['"', ..];
}
