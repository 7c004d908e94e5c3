using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>What the data of <see cref="ContactEventTypes.Imported"/> says; what cannot be read is left out.</summary>
internal sealed record ContactImport(
    DateTimeOffset? JoinedAt,
    IReadOnlyList<KeyValuePair<string, object?>> Attributes,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Without
)
{
    public static ContactImport Read(ContactEvent imported)
    {
        if (string.IsNullOrEmpty(imported.Data))
        {
            return new ContactImport(null, [], [], []);
        }

        using var document = JsonDocument.Parse(imported.Data);
        var data = document.RootElement;
        return new ContactImport(
            data.TryGetProperty("joinedAt", out var joined)
            && joined.ValueKind == JsonValueKind.String
            && joined.TryGetDateTimeOffset(out var at)
                ? at
                : null,
            data.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object
                ?
                [
                    .. attributes
                        .EnumerateObject()
                        .Where(one => !string.IsNullOrWhiteSpace(one.Name))
                        .Select(one => KeyValuePair.Create(one.Name, AttributeValue.FromJson(one.Value))),
                ]
                : [],
            Texts(data, "tags"),
            Texts(data, "without")
        );
    }

    private static IReadOnlyList<string> Texts(JsonElement data, string name) =>
        data.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Array
            ?
            [
                .. texts
                    .EnumerateArray()
                    .Where(text => text.ValueKind == JsonValueKind.String)
                    .Select(text => text.GetString()!),
            ]
            : [];
}
