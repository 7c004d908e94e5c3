using System.Text.Json;

namespace Workflows.WeComEmulator.Tests;

/// <summary>Compares the field names and kinds of an answer with a sample's.</summary>
internal static class Shape
{
    /// <returns>What the answer has otherwise than the sample, by place.</returns>
    public static IReadOnlyList<string> Strange(JsonElement sample, JsonElement answer, string place = "") =>
        (sample.ValueKind, answer.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) =>
            [
                .. answer
                    .EnumerateObject()
                    .SelectMany(field =>
                        sample.TryGetProperty(field.Name, out var expected)
                            ? Strange(expected, field.Value, $"{place}.{field.Name}")
                            : [$"{place}.{field.Name} is not in the sample"]
                    ),
            ],
            (JsonValueKind.Array, JsonValueKind.Array) =>
            [
                .. answer
                    .EnumerateArray()
                    .SelectMany(item => sample.GetArrayLength() == 0 ? [] : Strange(Merged(sample), item, $"{place}[]"))
                    .Distinct(),
            ],
            (JsonValueKind.True or JsonValueKind.False, JsonValueKind.True or JsonValueKind.False) => [],
            var (expected, actual) when expected == actual => [],
            var (expected, actual) => [$"{place} is {actual}, not {expected}"],
        };

    /// <returns>The top fields of the sample that the answer lacks.</returns>
    public static IReadOnlyList<string> Missing(JsonElement sample, JsonElement answer) =>
        [.. sample.EnumerateObject().Select(field => field.Name).Where(name => !answer.TryGetProperty(name, out _))];

    // Items of a sample's list show different optional fields; together they show all.
    private static JsonElement Merged(JsonElement sample)
    {
        var first = sample[0];
        if (first.ValueKind is not JsonValueKind.Object)
        {
            return first;
        }

        Dictionary<string, JsonElement> fields = [];
        foreach (var field in sample.EnumerateArray().SelectMany(item => item.EnumerateObject()))
        {
            fields.TryAdd(field.Name, field.Value);
        }

        return JsonSerializer.SerializeToElement(fields);
    }
}
