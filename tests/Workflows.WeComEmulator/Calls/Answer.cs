using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Workflows.WeComEmulator.Calls;

/// <summary>An answer of the platform: always HTTP 200, always with <c>errcode</c> and <c>errmsg</c> first.</summary>
internal static class Answer
{
    public static JsonSerializerOptions Format { get; } =
        new()
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>A success; the names of the fields are those of the anonymous object, letter by letter.</summary>
    public static JsonObject Ok(object? fields = null)
    {
        var answer = new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok" };
        if (fields is not null)
        {
            foreach (var (name, value) in Node(fields).AsObject().ToList())
            {
                answer[name] = value?.DeepClone();
            }
        }

        return answer;
    }

    /// <summary>An error. The text carries a changing hint, as the platform's does, so that nobody compares texts.</summary>
    public static JsonObject Error(int code, string hint) =>
        new() { ["errcode"] = code, ["errmsg"] = $"{ErrorTexts.Of(code)}, hint: [{hint}]" };

    public static JsonNode Node(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), Format)!;
}
