using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// Reads a schema: <c>{"open":false,"attributes":[{"name":"tier","type":"choice","required":true,"label":{"zh":"等级","en":"Tier"},
/// "choices":["silver",{"value":"gold","label":{…}}]}]}</c>.
/// </summary>
public static class AttributeSchemaReader
{
    private const int LongestName = 64;

    /// <summary>Reads a document.</summary>
    /// <returns>The schema, or every mistake with its JSON path.</returns>
    public static (AttributeSchema? Schema, IReadOnlyList<Diagnostic> Diagnostics) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        List<Diagnostic> diagnostics = [];
        try
        {
            using var document = JsonDocument.Parse(json);
            var schema = Read(document.RootElement, diagnostics);
            return diagnostics.Count == 0 ? (schema, []) : (null, diagnostics);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber + 1)?.ToString(CultureInfo.InvariantCulture);
            return (null, [new Diagnostic(AttributeCodes.BadSchema, $"This is not JSON: line {line}.", "$")]);
        }
    }

    private static AttributeSchema? Read(JsonElement root, List<Diagnostic> diagnostics)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("attributes", out var attributes)
            || attributes.ValueKind != JsonValueKind.Array
        )
        {
            diagnostics.Add(
                new Diagnostic(AttributeCodes.BadSchema, "A schema is an object with a list 'attributes'.", "$")
            );
            return null;
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = new List<AttributeDefinition>();
        foreach (var element in attributes.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$.attributes[{read.Count}]");
            read.Add(ReadAttribute(element, path, names, diagnostics));
        }

        return diagnostics.Count > 0
            ? null
            : new AttributeSchema(
                read,
                root.TryGetProperty("open", out var open) && open.ValueKind == JsonValueKind.True
            );
    }

    private static AttributeDefinition ReadAttribute(
        JsonElement element,
        string path,
        HashSet<string> names,
        List<Diagnostic> diagnostics
    )
    {
        var name = Text(element, "name")?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || !names.Add(name))
        {
            diagnostics.Add(
                new Diagnostic(
                    AttributeCodes.BadName,
                    $"A name has 1 to {LongestName} characters and belongs to one attribute.",
                    $"{path}.name"
                )
            );
        }

        var isKnown = Enum.TryParse<AttributeKind>(Text(element, "type"), ignoreCase: true, out var kind);
        if (!isKnown || !Enum.IsDefined(kind))
        {
            diagnostics.Add(
                new Diagnostic(
                    AttributeCodes.BadType,
                    "The type is missing or not one of those there are.",
                    $"{path}.type",
                    Remedy: "Write text, number, decimal, date, bool, choice or list."
                )
            );
        }

        return new AttributeDefinition(name, kind)
        {
            Label = Label(element),
            IsRequired =
                element.ValueKind == JsonValueKind.Object
                && element.TryGetProperty("required", out var required)
                && required.ValueKind == JsonValueKind.True,
            Choices = Choices(element, kind, path, diagnostics),
        };
    }

    private static AttributeChoice[] Choices(
        JsonElement element,
        AttributeKind kind,
        string path,
        List<Diagnostic> diagnostics
    )
    {
        var isGiven =
            element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("choices", out var list)
            && list.ValueKind == JsonValueKind.Array;
        AttributeChoice[] choices = isGiven
            ? [.. element.GetProperty("choices").EnumerateArray().Select(ReadChoice)]
            : [];
        var isWrong =
            (kind == AttributeKind.Choice && choices.Length == 0)
            || (kind is not (AttributeKind.Choice or AttributeKind.List) && choices.Length > 0)
            || choices.Any(choice => choice.Value.Length == 0)
            || choices.DistinctBy(choice => choice.Value, StringComparer.Ordinal).Count() < choices.Length;
        if (isWrong)
        {
            diagnostics.Add(
                new Diagnostic(
                    AttributeCodes.BadChoices,
                    "A choice has choices, each value once; a list may have some; no other type has.",
                    $"{path}.choices"
                )
            );
        }

        return choices;
    }

    private static AttributeChoice ReadChoice(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
            ? new AttributeChoice(element.GetString()!, AttributeLabel.None)
            : new AttributeChoice(Text(element, "value") ?? "", Label(element));

    private static AttributeLabel Label(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("label", out var label)
            ? new AttributeLabel(Text(label, "zh"), Text(label, "en"))
            : AttributeLabel.None;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
