using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>The parts of a contact that are kept as JSON columns.</summary>
internal static class ContactJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IReadOnlyDictionary<string, object?> attributes) =>
        attributes.Count == 0 ? "{}" : JsonSerializer.Serialize(attributes, Options);

    public static string Write(IReadOnlyCollection<string> tags) =>
        tags.Count == 0 ? "[]" : JsonSerializer.Serialize(tags, Options);

    public static string Write(ContactConsents consents) =>
        consents.Count == 0 ? "[]" : JsonSerializer.Serialize<IEnumerable<ConsentMark>>(consents, Options);

    /// <summary>One tag as the array of tags has it, quotes included.</summary>
    public static string Write(string tag) => JsonSerializer.Serialize(tag, Options);

    public static IReadOnlyDictionary<string, object?> ReadAttributes(string json) =>
        json is "{}"
            ? new Dictionary<string, object?>(StringComparer.Ordinal)
            : JsonSerializer
                .Deserialize<Dictionary<string, JsonElement>>(json, Options)!
                .ToDictionary(pair => pair.Key, pair => AttributeValue.FromJson(pair.Value), StringComparer.Ordinal);

    public static IReadOnlyCollection<string> ReadTags(string json) =>
        json is "[]" ? [] : JsonSerializer.Deserialize<string[]>(json, Options)!;

    public static ContactConsents ReadConsents(string json) =>
        json is "[]"
            ? ContactConsents.None
            : ContactConsents.Of(JsonSerializer.Deserialize<ConsentMark[]>(json, Options)!);
}
