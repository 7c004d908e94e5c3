using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Rules.Catalog;

namespace Workflows.Rules.Tests.Recorded;

/// <summary>Makes the recorded inputs; null for a kind that our API treats in its own way.</summary>
internal static class RecordedInputs
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static List<RuleInput>? Read(JsonElement call)
    {
        var inputs = new List<RuleInput>();
        if (!call.TryGetProperty("inputs", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return inputs;
        }

        foreach (var input in list.EnumerateArray())
        {
            var name = input.TryGetProperty("name", out var given)
                ? given.GetString()!
                : string.Create(CultureInfo.InvariantCulture, $"input{inputs.Count + 1}");
            if (!TryRead(input.GetProperty("kind").GetString()!, Value(input), out var value))
            {
                return null;
            }

            inputs.Add(new RuleInput(name, value));
        }

        return inputs;
    }

    private static JsonElement Value(JsonElement input) =>
        input.TryGetProperty("value", out var value) ? value : default;

    private static bool TryRead(string kind, JsonElement value, out object? read)
    {
        read = kind switch
        {
            "expando" or "dictionary" or "value" => Plain(value, kind is "dictionary"),
            "poco:Customer" => value.Deserialize<Customer>(Options),
            "list:OrderLine" => value.Deserialize<List<OrderLine>>(Options),
            "list:int" => value.Deserialize<List<int>>(Options),
            "list:double" => value.Deserialize<List<double>>(Options),
            "anonymous" => new
            {
                Name = "anon",
                Count = 3,
                Price = 9.5m,
                When = new DateTime(2024, 5, 6),
            },
            _ => typeof(void),
        };
        return !Equals(read, typeof(void));
    }

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
            _ => throw new NotSupportedException(type),
        };
    }
}
