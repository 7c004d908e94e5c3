using System.Globalization;
using System.Text.Json;

namespace Workflows.Expressions.Tests.NCalc;

/// <summary>The parameters and handlers a recorded case was made with.</summary>
internal sealed class RecordedScope(JsonElement json) : Scope
{
    private readonly Dictionary<string, object?> _values = json.TryGetProperty("parameters", out var parameters)
        ? parameters
            .EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => Value(entry.Value), StringComparer.Ordinal)
        : new(StringComparer.Ordinal);

    public static IReadOnlyList<string> HostsOf(JsonElement json) =>
        json.TryGetProperty("host", out var hosts) ? [.. hosts.EnumerateArray().Select(host => host.GetString()!)] : [];

    public override bool TryGet(string name, out object? value)
    {
        if (_values.TryGetValue(name, out value))
        {
            return true;
        }

        foreach (var host in HostsOf(json))
        {
            switch (host)
            {
                case "dyn" when name is "dyn":
                    value = 99;
                    return true;
                case "paramHandler" when name.StartsWith("auto", StringComparison.Ordinal):
                    value = name.Length;
                    return true;
                case "nullHandler" when name is "nul":
                    return true;
            }
        }

        return false;
    }

    private static object? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when value.TryGetInt32(out var small) => small,
            JsonValueKind.Number when value.TryGetInt64(out var large) => large,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.Array => value.EnumerateArray().Select(Value).ToList(),
            _ => Typed(value.GetProperty("$t").GetString()!, value.GetProperty("v")),
        };

    private static object? Typed(string type, JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return type switch
        {
            "long" => long.Parse(text, CultureInfo.InvariantCulture),
            "decimal" => decimal.Parse(text, CultureInfo.InvariantCulture),
            "float" => float.Parse(text, CultureInfo.InvariantCulture),
            "byte" => byte.Parse(text, CultureInfo.InvariantCulture),
            "sbyte" => sbyte.Parse(text, CultureInfo.InvariantCulture),
            "short" => short.Parse(text, CultureInfo.InvariantCulture),
            "ushort" => ushort.Parse(text, CultureInfo.InvariantCulture),
            "uint" => uint.Parse(text, CultureInfo.InvariantCulture),
            "ulong" => ulong.Parse(text, CultureInfo.InvariantCulture),
            "double" => double.Parse(text, CultureInfo.InvariantCulture),
            "char" => text[0],
            "DateTime" => DateTime.Parse(text, CultureInfo.InvariantCulture),
            "TimeSpan" => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
            "Guid" => Guid.Parse(text),
            "DayOfWeek" => Enum.Parse<DayOfWeek>(text),
            "int[]" => value.EnumerateArray().Select(item => item.GetInt32()).ToArray(),
            "string[]" => value.EnumerateArray().Select(item => item.GetString()).ToArray(),
            "double[]" => value.EnumerateArray().Select(item => item.GetDouble()).ToArray(),
            "Expression" => Expression.Compile(text, Notation.NCalc).Expression,
            _ => throw new NotSupportedException(type),
        };
    }
}
