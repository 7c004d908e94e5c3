using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.NCalc;

namespace Workflows.Conformance.NCalc;

/// <summary>Reads a parameter's value: plain JSON, or a CLR type that is named beside it.</summary>
internal static class RecordedValue
{
    public static object? Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when value.TryGetInt32(out var small) => small,
            JsonValueKind.Number when value.TryGetInt64(out var large) => large,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.Array => value.EnumerateArray().Select(Of).ToList(),
            _ => Typed(value.GetProperty("$t").GetString()!, value.GetProperty("v")),
        };

    private static object? Typed(string type, JsonElement value)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return List(
                Known(type[..^2]),
                [.. value.EnumerateArray().Select(item => Scalar(type[..^2], item.ToString()))]
            );
        }

        return Scalar(type, value.ToString());
    }

    private static Array List(Type type, object?[] items)
    {
        var list = Array.CreateInstance(type, items.Length);
        items.CopyTo(list, 0);
        return list;
    }

    private static object Scalar(string type, string text) =>
        type switch
        {
            "string" => text,
            "Expression" => NCalcFormula.Compile(text).Formula!,
            "char" => text[0],
            _ when Known(type) is { IsEnum: true } named => Enum.Parse(named, text),
            _ when Known(type) == typeof(TimeSpan) => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
            _ when Known(type) == typeof(Guid) => Guid.Parse(text),
            _ => Convert.ChangeType(text, Known(type), CultureInfo.InvariantCulture),
        };

    private static Type Known(string type) => TypeNames.Of(type);
}
