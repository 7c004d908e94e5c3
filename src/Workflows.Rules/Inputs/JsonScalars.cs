using System.Globalization;
using System.Text.Json;

namespace Workflows.Rules.Inputs;

/// <summary>Tells the kinds of JSON values apart, and which CLR types each of them may become.</summary>
internal static class JsonScalars
{
    private static readonly Type[] NullTypes =
    [
        typeof(object),
        typeof(DateTimeOffset?),
        typeof(string),
        typeof(double?),
        typeof(bool?),
    ];
    private static readonly Type[] InstantTypes = [typeof(DateTimeOffset), typeof(DateTimeOffset?), typeof(string)];

    public static JsonScalar Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => JsonScalar.Bool,
            JsonValueKind.Number => element.TryGetInt32(out _) ? JsonScalar.Int
            : element.TryGetInt64(out _) ? JsonScalar.Long
            : JsonScalar.Double,
            JsonValueKind.String => TryReadInstant(element.GetString()!, out _) ? JsonScalar.Instant : JsonScalar.Text,
            _ => JsonScalar.Null,
        };

    public static JsonScalar Merge(JsonScalar left, JsonScalar right) =>
        (left, right) switch
        {
            _ when left == right => left,
            (
                JsonScalar.Int
                    or JsonScalar.Long
                    or JsonScalar.Double,
                JsonScalar.Int
                    or JsonScalar.Long
                    or JsonScalar.Double
            ) => left > right ? left : right,
            (JsonScalar.Instant or JsonScalar.Text, JsonScalar.Instant or JsonScalar.Text) => JsonScalar.Text,
            _ => JsonScalar.Mixed,
        };

    /// <summary>The CLR types a value of the kind may have, the most natural first.</summary>
    public static IReadOnlyList<Type> TypesOf(JsonScalar kind) =>
        kind switch
        {
            JsonScalar.Null => NullTypes,
            JsonScalar.Bool => [typeof(bool), typeof(bool?)],
            JsonScalar.Int => [typeof(int), typeof(int?), typeof(decimal)],
            JsonScalar.Long => [typeof(long), typeof(long?), typeof(decimal)],
            JsonScalar.Double => [typeof(double), typeof(double?), typeof(decimal)],
            JsonScalar.Instant => InstantTypes,
            JsonScalar.Text => [typeof(string)],
            _ => [typeof(object)],
        };

    /// <summary>Reads an ISO 8601 date with time; without an offset it is taken as UTC. A date alone stays a text.</summary>
    public static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        return text.Length >= 16
            && text[4] == '-'
            && text[10] is 'T' or 't' or ' '
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }
}
