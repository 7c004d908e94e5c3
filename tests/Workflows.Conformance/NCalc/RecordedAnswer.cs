using System.Text.Json;

namespace Workflows.Conformance.NCalc;

/// <summary>Writes a recorded answer as <see cref="AnswerText"/> writes ours.</summary>
internal static class RecordedAnswer
{
    public static string Of(JsonElement observed)
    {
        var names = observed.TryGetProperty("parameterNames", out var parameters)
            ? AnswerText.Names(Texts(parameters), Texts(observed.GetProperty("functionNames")))
            : "";
        var answer = observed.TryGetProperty("exception", out var exception)
            ? $"!{exception.GetProperty("type").GetString()}"
            : Value(observed.GetProperty("result"));
        return AnswerText.Of(observed.GetProperty("hasErrors").GetBoolean(), names, answer);
    }

    private static IEnumerable<string> Texts(JsonElement list) =>
        list.EnumerateArray().Select(item => item.GetString()!);

    private static string Value(JsonElement result)
    {
        var type = result.GetProperty("type").GetString();
        var value = result.GetProperty("value");
        return value.ValueKind switch
        {
            JsonValueKind.Null => "null:",
            JsonValueKind.Array => $"{type}:[{string.Join(",", value.EnumerateArray().Select(Value))}]",
            JsonValueKind.String when type is "Double" or "Single" =>
                $"{type}:{value.GetString()!.Replace("∞", "Infinity", StringComparison.Ordinal)}",
            JsonValueKind.String => $"{type}:{value.GetString()}",
            JsonValueKind.Number when type is "Double" => AnswerText.Of(value.GetDouble()),
            JsonValueKind.Number when type is "Single" => AnswerText.Of(value.GetSingle()),
            JsonValueKind.True => $"{type}:True",
            JsonValueKind.False => $"{type}:False",
            _ => $"{type}:{value.GetRawText()}",
        };
    }
}
