using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Json;

/// <summary>
/// Documents as a designer can read them: every activity has its node id, what is not known here is stood in for, nothing
/// is null. Reading back what the designer sends undoes it, so that a document survives the way there and back.
/// </summary>
public static class DesignerDocument
{
    private const string Revision = "savedRevision";

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>A stored version for the designer.</summary>
    /// <param name="stored">The version.</param>
    /// <param name="palette">Which activity types the designer is offered.</param>
    public static JsonObject Show(StoredDefinition stored, DesignerPalette palette)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(palette);
        var document = Parse(stored.Json);
        DropNulls(document);
        if (!Version.TryParse(TextOf(document["toolVersion"]), out _))
        {
            document.Remove("toolVersion");
        }

        document["id"] = DefinitionVersionId.Of(stored.DefinitionId, stored.Version);
        document["definitionId"] = stored.DefinitionId;
        document["name"] = stored.Name;
        document["version"] = stored.Version;
        document["isLatest"] = stored.IsLatest;
        document["isPublished"] = stored.IsPublished;
        document["createdAt"] = stored.CreatedAt;
        if (document["customProperties"] is not JsonObject properties)
        {
            document["customProperties"] = properties = [];
        }

        // Designers give these properties back as they got them: the server sees what the author saw.
        properties[Revision] = stored.Revision;
        if (document["root"] is JsonObject root)
        {
            document["root"] = null;
            document["root"] = DesignerActivity.Show(root, "Workflow1", palette);
        }

        return document;
    }

    /// <summary>The document that a designer sends, as it is stored, and what the author saw.</summary>
    /// <param name="model">The document; it is changed.</param>
    /// <param name="editor">Who sends it.</param>
    public static (string Json, SeenDefinition? Seen) Read(JsonObject model, string editor)
    {
        ArgumentNullException.ThrowIfNull(model);
        var seen = model["customProperties"] is JsonObject properties ? TakeSeen(model, properties, editor) : null;
        model.Remove("links");
        if (model["root"] is JsonObject root)
        {
            model["root"] = null;
            model["root"] = DesignerActivity.Read(root);
        }

        return (model.ToJsonString(JsonTexts.Readable), seen);
    }

    internal static JsonObject Parse(string json) => JsonNode.Parse(json, documentOptions: Deep)!.AsObject();

    internal static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    internal static int? NumberOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    internal static void DropNulls(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            json.Remove(name);
        }
    }

    private static SeenDefinition? TakeSeen(JsonObject model, JsonObject properties, string editor)
    {
        var revision = NumberOf(properties[Revision]);
        properties.Remove(Revision);
        return revision is not null && NumberOf(model["version"]) is { } version
            ? new SeenDefinition(version, revision, editor)
            : null;
    }
}
