using System.Globalization;
using System.Text.Json;
using Workflows.Rules.Inputs;

namespace Workflows.Rules.Cases;

/// <summary>Compares an output with the JSON a case expects: instants as instants, numbers as numbers.</summary>
internal static class CaseValue
{
    public static bool Same(JsonElement expected, object? got)
    {
        if (expected.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || got is null)
        {
            return expected.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined && got is null;
        }

        if (got is DateTimeOffset instant)
        {
            return expected.ValueKind == JsonValueKind.String
                && JsonScalars.TryReadInstant(expected.GetString()!, out var other)
                && instant == other;
        }

        return expected.ValueKind == JsonValueKind.Number && got is IConvertible and not string
            ? expected.GetDouble().Equals(Convert.ToDouble(got, CultureInfo.InvariantCulture))
            : JsonElement.DeepEquals(expected, JsonSerializer.SerializeToElement(got));
    }

    public static string Text(JsonElement expected) => JsonSerializer.Serialize(expected, CaseJson.Readable);

    public static string Text(object? got) => JsonSerializer.Serialize(got, CaseJson.Readable);
}
