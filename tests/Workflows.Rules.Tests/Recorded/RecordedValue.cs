using System.Collections;
using System.Globalization;
using System.Linq.Dynamic.Core;
using System.Text.Json;

namespace Workflows.Rules.Tests.Recorded;

/// <summary>Compares an output with a recorded one.</summary>
internal static class RecordedValue
{
    public static bool Matches(object? output, JsonElement recorded)
    {
        if (recorded.ValueKind == JsonValueKind.Null)
        {
            return output is null;
        }

        var type = recorded.GetProperty("type").GetString()!;
        var isSameType = type switch
        {
            "IEnumerable" or "List<Int32>" or "List<String>" => output is IEnumerable,
            "DynamicClass" => output is DynamicClass,
            _ => Same(type, output?.GetType().Name),
        };
        return isSameType && Same(output, recorded.GetProperty("value"));
    }

    private static bool Same(object? value, JsonElement recorded) =>
        value switch
        {
            null => recorded.ValueKind == JsonValueKind.Null,
            bool flag => recorded.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False),
            double or float => SameNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture), recorded),
            int or long or short or byte or uint or ulong or ushort or sbyte => Same(
                Convert.ToString(value, CultureInfo.InvariantCulture),
                recorded.ToString()
            ),
            DateTime time => recorded
                .ToString()
                .StartsWith(
                    time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                ),
            decimal amount => decimal.Parse(recorded.ToString(), CultureInfo.InvariantCulture) == amount,
            string or char or TimeSpan or Guid or Enum => Same(
                Convert.ToString(value, CultureInfo.InvariantCulture),
                recorded.ToString()
            ),
            IDictionary dictionary => recorded.ValueKind == JsonValueKind.Object
                && recorded.EnumerateObject().Count() == dictionary.Count,
            IEnumerable items => SameItems(items, recorded),
            _ => SameMembers(value, recorded),
        };

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private static bool SameNumber(double value, JsonElement recorded) =>
        recorded.ValueKind == JsonValueKind.Number
            ? Math.Abs(recorded.GetDouble() - value) <= Math.Abs(value) * 1e-6
            : Same(recorded.ToString(), value.ToString(CultureInfo.InvariantCulture));

    private static bool SameItems(IEnumerable items, JsonElement recorded)
    {
        var list = items.Cast<object?>().ToList();
        return recorded.ValueKind == JsonValueKind.Array
            && recorded.GetArrayLength() == list.Count
            && list.Zip(recorded.EnumerateArray()).All(pair => Same(pair.First, pair.Second));
    }

    private static bool SameMembers(object value, JsonElement recorded) =>
        recorded.ValueKind != JsonValueKind.Object
        || recorded
            .EnumerateObject()
            .All(member =>
                value.GetType().GetProperty(member.Name) is { } property && Same(property.GetValue(value), member.Value)
            );
}
