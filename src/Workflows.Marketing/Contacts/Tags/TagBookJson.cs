using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// The catalogue as a document: <c>{"groups":[{"name":"member level","family":"Attribute","exclusive":true,"tags":["silver","gold"]}]}</c>.
/// </summary>
public static class TagBookJson
{
    private const int LongestName = 64;

    private static readonly JsonSerializerOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes a catalogue; <see cref="Read"/> gives it back.</summary>
    public static string Write(TagBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return JsonSerializer.Serialize(
            new
            {
                groups = book.Groups.Select(group => new
                {
                    name = group.Name,
                    family = $"{group.Family}",
                    exclusive = group.IsExclusive,
                    tags = group.Tags,
                }),
            },
            Writing
        );
    }

    /// <summary>Reads a document.</summary>
    /// <returns>The catalogue, or every mistake with its JSON path.</returns>
    public static (TagBook? Book, IReadOnlyList<Diagnostic> Diagnostics) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("groups", out var groups)
                || groups.ValueKind != JsonValueKind.Array
            )
            {
                return (
                    null,
                    [new Diagnostic(TagCodes.BadCatalog, "A catalogue is an object with a list 'groups'.", "$")]
                );
            }

            return Check([.. groups.EnumerateArray().Select(ReadGroup)]);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber + 1)?.ToString(CultureInfo.InvariantCulture);
            return (null, [new Diagnostic(TagCodes.BadCatalog, $"This is not JSON: line {line}.", "$")]);
        }
    }

    /// <summary>Makes a catalogue of groups.</summary>
    /// <returns>The catalogue, or every mistake with its JSON path.</returns>
    public static (TagBook? Book, IReadOnlyList<Diagnostic> Diagnostics) Check(IReadOnlyList<TagGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        List<Diagnostic> diagnostics = [];
        var (names, tags) = (
            new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            new HashSet<string>(StringComparer.Ordinal)
        );
        for (var index = 0; index < groups.Count; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$.groups[{index}]");
            Check(groups[index], path, names, tags, diagnostics);
        }

        return diagnostics.Count == 0 ? (new TagBook(groups), []) : (null, diagnostics);
    }

    private static void Check(
        TagGroup group,
        string path,
        HashSet<string> names,
        HashSet<string> tags,
        List<Diagnostic> diagnostics
    )
    {
        if (!IsName(group.Name) || !names.Add(group.Name))
        {
            diagnostics.Add(
                new Diagnostic(
                    TagCodes.BadGroup,
                    $"A group's name has 1 to {LongestName} characters and belongs to one group.",
                    $"{path}.name"
                )
            );
        }

        if (!Enum.IsDefined(group.Family))
        {
            diagnostics.Add(
                new Diagnostic(
                    TagCodes.BadFamily,
                    "The family is missing or not one of those there are.",
                    $"{path}.family",
                    Remedy: $"Write {string.Join(", ", Enum.GetNames<TagFamily>())}."
                )
            );
        }

        for (var index = 0; index < group.Tags.Count; index++)
        {
            if (!IsName(group.Tags[index]) || !tags.Add(group.Tags[index]))
            {
                diagnostics.Add(
                    new Diagnostic(
                        TagCodes.BadTag,
                        $"A tag has 1 to {LongestName} characters and is in one group, once.",
                        string.Create(CultureInfo.InvariantCulture, $"{path}.tags[{index}]")
                    )
                );
            }
        }
    }

    private static bool IsName(string text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= LongestName && !text.Any(char.IsControl);

    private static TagGroup ReadGroup(JsonElement element) =>
        new(
            Text(element, "name"),
            Enum.TryParse<TagFamily>(Text(element, "family"), ignoreCase: true, out var family) ? family : default
        )
        {
            IsExclusive = Member(element, "exclusive").ValueKind == JsonValueKind.True,
            Tags = Member(element, "tags") is { ValueKind: JsonValueKind.Array } tags
                ?
                [
                    .. tags.EnumerateArray()
                        .Select(tag => tag.ValueKind == JsonValueKind.String ? tag.GetString()!.Trim() : ""),
                ]
                : [],
        };

    private static string Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim() : "";

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
