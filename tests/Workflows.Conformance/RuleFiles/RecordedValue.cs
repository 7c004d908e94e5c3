using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Conformance.RuleFiles;

/// <summary>Writes a value the way the recordings have it, and compares the two.</summary>
internal static class RecordedValue
{
    /// <summary>What differs; null when nothing does.</summary>
    /// <param name="place">What is compared, for the difference.</param>
    /// <param name="value">The value.</param>
    /// <param name="recorded">Null, or an object of type and value.</param>
    public static Difference? Compare(string place, object? value, JsonElement recorded)
    {
        var given = Describe(value);
        return Same(given, JsonNode.Parse(recorded.GetRawText()))
            ? null
            : new Difference(place, recorded.GetRawText(), given?.ToJsonString() ?? "null");
    }

    private static JsonObject? Describe(object? value) =>
        value is null ? null : new JsonObject { ["type"] = TypeNames.Of(value.GetType()), ["value"] = Write(value) };

    private static JsonNode? Write(object? value) =>
        value switch
        {
            null => null,
            bool flag => JsonValue.Create(flag),
            double number => Number(number),
            float number => Number(number),
            int or long or short or byte or sbyte or uint or ulong or ushort => JsonNode.Parse(Text(value)),
            DateTime time => JsonValue.Create(time.ToString("O", CultureInfo.InvariantCulture)),
            DateTimeOffset time => JsonValue.Create(time.ToString("O", CultureInfo.InvariantCulture)),
            string or char or decimal or TimeSpan or Guid or Enum => JsonValue.Create(Text(value)),
            JsonElement json => JsonNode.Parse(json.GetRawText()),
            IDictionary members => Members(members.Keys.Cast<object>().Select(key => (Text(key), members[key]))),
            IDictionary<string, object?> members => Members(members.Select(member => (member.Key, member.Value))),
            IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Write)]),
            _ => Members(
                value
                    .GetType()
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.GetIndexParameters().Length == 0)
                    .Select(property => (property.Name, property.GetValue(value)))
            ),
        };

    private static JsonObject Members(IEnumerable<(string Name, object? Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, Write(member.Value))));

    private static JsonValue Number(double number) =>
        double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));

    private static JsonValue Number(float number) =>
        float.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static bool Same(JsonNode? given, JsonNode? recorded) =>
        (given, recorded) switch
        {
            (null, null) => true,
            (JsonObject left, JsonObject right) => left.Count == right.Count
                && left.All(member =>
                    right.TryGetPropertyValue(member.Key, out var other) && Same(member.Value, other)
                ),
            (JsonArray left, JsonArray right) => left.Count == right.Count
                && left.Zip(right).All(pair => Same(pair.First, pair.Second)),
            (JsonValue left, JsonValue right) => SameScalar(left, right),
            _ => false,
        };

    // 4 and 4.0 are one number; whether it is a double is said by the type.
    private static bool SameScalar(JsonValue left, JsonValue right)
    {
        var (given, recorded) = (left.ToJsonString(), right.ToJsonString());
        return string.Equals(given, recorded, StringComparison.Ordinal)
            || string.Equals(left.ToString(), right.ToString(), StringComparison.Ordinal)
                && left.GetValueKind() == right.GetValueKind()
            || left.GetValueKind() == JsonValueKind.Number
                && right.GetValueKind() == JsonValueKind.Number
                && double.Parse(given, CultureInfo.InvariantCulture)
                    .Equals(double.Parse(recorded, CultureInfo.InvariantCulture));
    }
}
