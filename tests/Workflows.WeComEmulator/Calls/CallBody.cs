using System.Text.Json;

namespace Workflows.WeComEmulator.Calls;

/// <summary>The JSON that a caller sent, read by the platform's field names; a field of another type is refused.</summary>
internal sealed class CallBody(JsonElement element, string path = "")
{
    public static CallBody Empty { get; } = new(JsonDocument.Parse("{}").RootElement);

    public bool Has(string name) => Field(name) is not null;

    public string? Text(string name) =>
        Field(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } value => value.GetString(),
            _ => throw RefusedException.Wrong(path + name, "must be a string"),
        };

    public string Required(string name, int code = ErrorCodes.EmptyParameter) =>
        Text(name) is { Length: > 0 } text ? text : throw RefusedException.Missing(path + name, code);

    public IReadOnlyList<string> Texts(string name) =>
        [
            .. Items(name)
                .Select(item =>
                    item.ValueKind is JsonValueKind.String
                        ? item.GetString()!
                        : throw RefusedException.Wrong(path + name, "must hold strings")
                ),
        ];

    public IReadOnlyList<int> Numbers(string name) =>
        [
            .. Items(name)
                .Select(item =>
                    item.TryGetInt32(out var number)
                        ? number
                        : throw RefusedException.Wrong(path + name, "must hold numbers")
                ),
        ];

    public long? Number(string name) =>
        Field(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
            _ => throw RefusedException.Wrong(path + name, "must be a whole number"),
        };

    /// <summary>A page size; the platform's default when absent.</summary>
    public int Limit(int most, int usual, string name = "limit")
    {
        var limit = Number(name) ?? usual;
        return limit == 0 ? usual
            : limit > 0 && limit <= most ? (int)limit
            : throw RefusedException.Wrong(path + name, $"must be between 1 and {most}");
    }

    /// <summary>A yes or no; the platform takes <c>true</c> and <c>1</c>.</summary>
    public bool Flag(string name) =>
        Field(name) switch
        {
            null => false,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.Number } value => value.TryGetInt32(out var number) && number != 0,
            _ => throw RefusedException.Wrong(path + name, "must be true or false"),
        };

    public CallBody? Part(string name) =>
        Field(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Object } value => new CallBody(value, $"{path}{name}."),
            _ => throw RefusedException.Wrong(path + name, "must be an object"),
        };

    public IReadOnlyList<CallBody> Parts(string name)
    {
        var prefix = path + name;
        return
        [
            .. Items(name)
                .Select(
                    (item, index) =>
                        item.ValueKind is JsonValueKind.Object
                            ? new CallBody(item, $"{prefix}[{index}].")
                            : throw RefusedException.Wrong(prefix, "must hold objects")
                ),
        ];
    }

    /// <summary>The field as it was sent, to be shown again by a <c>get</c>.</summary>
    public JsonElement? Raw(string name) => Field(name)?.Clone();

    public IReadOnlyDictionary<string, JsonElement> Fields() =>
        element.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.Clone());

    private List<JsonElement> Items(string name) =>
        Field(name) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } value => [.. value.EnumerateArray()],
            _ => throw RefusedException.Wrong(path + name, "must be an array"),
        };

    private JsonElement? Field(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
