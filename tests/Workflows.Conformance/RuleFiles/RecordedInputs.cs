using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Corpus;
using Workflows.Rules.Catalog;

namespace Workflows.Conformance.RuleFiles;

/// <summary>Makes the recorded inputs.</summary>
internal static class RecordedInputs
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static IReadOnlyList<RuleInput> Read(JsonElement call) =>
        call.TryGetProperty("inputs", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(ReadInput)]
            : [];

    private static RuleInput ReadInput(JsonElement input, int index)
    {
        var name = input.TryGetProperty("name", out var given)
            ? given.GetString()!
            : string.Create(CultureInfo.InvariantCulture, $"input{index + 1}");
        var value = input.TryGetProperty("value", out var found) ? found : default;
        return new RuleInput(name, Read(input.GetProperty("kind").GetString()!, value))
        {
            DeclaredType = input.TryGetProperty("declaredType", out var type)
                ? TypeNames.Find(type.GetString()!)
                : null,
        };
    }

    private static object? Read(string kind, JsonElement value) =>
        kind.Split(':') switch
        {
            ["expando" or "value"] => Plain(value, false),
            ["dictionary"] => Plain(value, true),
            ["poco", var type] => value.Deserialize(TypeNames.Find(type), Options),
            ["list", var type] => value.Deserialize(typeof(List<>).MakeGenericType(TypeNames.Find(type)), Options),
            ["stjExpando"] => value.Deserialize<ExpandoObject>(),
            ["jsonElement"] => value,
            ["anonymous"] => new
            {
                Name = "anon",
                Count = 3,
                Price = 9.5m,
                When = new DateTime(2024, 5, 6),
            },
            _ => throw new NotSupportedException($"There is no kind of input '{kind}'."),
        };

    private static object? Plain(JsonElement value, bool asDictionary) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0 => value.GetDouble(),
            JsonValueKind.Number => value.TryGetInt32(out var number) ? (object)number : value.GetInt64(),
            JsonValueKind.Array => value.EnumerateArray().Select(item => Plain(item, asDictionary)).ToList(),
            JsonValueKind.Object when value.TryGetProperty("$t", out var type) => Typed(
                type.GetString()!,
                value.GetProperty("v")
            ),
            JsonValueKind.Object => Members(value, asDictionary),
            _ => null,
        };

    private static IDictionary<string, object?> Members(JsonElement value, bool asDictionary)
    {
        IDictionary<string, object?> members = asDictionary
            ? new Dictionary<string, object?>(StringComparer.Ordinal)
            : new ExpandoObject();
        foreach (var property in value.EnumerateObject())
        {
            members[property.Name] = Plain(property.Value, asDictionary);
        }

        return members;
    }

    private static object? Typed(string type, JsonElement value)
    {
        var text = value.ToString();
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            "decimal" => decimal.Parse(text, culture),
            "long" => long.Parse(text, culture),
            "float" => float.Parse(text, culture),
            "double" => double.Parse(text, culture),
            "short" => short.Parse(text, culture),
            "byte" => byte.Parse(text, culture),
            "uint" => uint.Parse(text, culture),
            "ulong" => ulong.Parse(text, culture),
            "char" => text[0],
            "DateTime" => DateTime.Parse(text, culture, DateTimeStyles.RoundtripKind),
            "DateTimeOffset" => DateTimeOffset.Parse(text, culture),
            "TimeSpan" => TimeSpan.Parse(text, culture),
            "Guid" => Guid.Parse(text),
            "Tier" => Enum.Parse<Tier>(text),
            "DBNull" => DBNull.Value,
            "int" => int.Parse(text, culture),
            "sbyte" => sbyte.Parse(text, culture),
            "ushort" => ushort.Parse(text, culture),
            "bool" => bool.Parse(text),
            "string" => text,
            "null" => null,
            _ => throw new NotSupportedException(type),
        };
    }
}
