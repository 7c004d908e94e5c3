using System.Runtime.InteropServices;
using System.Text.Json;

namespace Workflows.Runtime.Expressions;

/// <summary>A variable or input named by JSON: <c>{"id":"v1","name":"Contact"}</c> as an object, as text holding it, or as a bare name.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NamedReference(string? Id, string? Name)
{
    public static NamedReference Read(ExpressionSource source)
    {
        if (source.Value.ValueKind == JsonValueKind.Object)
        {
            return Of(source.Value);
        }
        var text = source.Text?.Trim();
        if (text is null || !text.StartsWith('{'))
        {
            return new NamedReference(text, text);
        }
        try
        {
            return Of(JsonElement.Parse(text));
        }
        catch (JsonException)
        {
            return new NamedReference(text, text);
        }
    }

    private static NamedReference Of(JsonElement json) => new(TextOf(json, "id"), TextOf(json, "name"));

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
