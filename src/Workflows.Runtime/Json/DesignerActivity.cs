using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Runtime.Json;

/// <summary>One activity of a document, and everything inside it, as a designer can read it.</summary>
internal static class DesignerActivity
{
    private const string StandIn = "Elsa.NotFoundActivity";
    private const string Original = "originalActivityJson";

    public static JsonObject Show(JsonObject activity, string parentNodeId, DesignerPalette palette)
    {
        activity = Read(activity);
        DesignerDocument.DropNulls(activity);
        var nodeId = $"{parentNodeId}:{DesignerDocument.TextOf(activity["id"])}";
        var type = DesignerDocument.TextOf(activity["type"]) ?? "";
        if (palette.VersionOf(type, DesignerDocument.NumberOf(activity["version"]) ?? 0) is not { } version)
        {
            return StandInFor(activity, type, nodeId);
        }

        activity["version"] = version;
        activity["nodeId"] = nodeId;
        ShowMembers(activity, nodeId, palette);
        DesignerCanvas.Prepare(activity);
        return activity;
    }

    /// <summary>The activity as it is stored: what stands in for an unknown one becomes that one again.</summary>
    public static JsonObject Read(JsonObject activity)
    {
        if (
            string.Equals(DesignerDocument.TextOf(activity["type"]), StandIn, StringComparison.Ordinal)
            && TryParse(DesignerDocument.TextOf(activity[Original])) is { } original
            && IsActivity(original)
        )
        {
            // It may have been moved on the canvas.
            Copy("metadata", activity, original);
            return original;
        }

        foreach (var (name, child) in Children(activity))
        {
            Replace(activity, name, child, Read);
        }

        return activity;
    }

    private static void ShowMembers(JsonObject activity, string nodeId, DesignerPalette palette)
    {
        foreach (var (name, child) in Children(activity))
        {
            Replace(activity, name, child, inner => Show(inner, nodeId, palette));
        }
    }

    private static JsonObject StandInFor(JsonObject activity, string type, string nodeId)
    {
        var standIn = new JsonObject
        {
            ["id"] = DesignerDocument.TextOf(activity["id"]),
            ["nodeId"] = nodeId,
            ["name"] = DesignerDocument.TextOf(activity["name"]) ?? "",
            ["type"] = StandIn,
            ["version"] = 1,
            ["customProperties"] = new JsonObject(),
            ["missingTypeName"] = type,
            ["missingTypeVersion"] = DesignerDocument.NumberOf(activity["version"]) ?? 1,
            [Original] = activity.ToJsonString(JsonTexts.Readable),
        };
        Copy("metadata", activity, standIn);
        return standIn;
    }

    private static void Copy(string name, JsonObject from, JsonObject to)
    {
        if (from[name] is { } value)
        {
            to[name] = value.DeepClone();
        }
    }

    /// <summary>The members that hold activities: an activity, or a list of activities or of things that hold one.</summary>
    private static List<(string Name, JsonNode Child)> Children(JsonObject activity) =>
        [
            .. activity
                .Where(member => member.Key is not ("metadata" or "customProperties") && HoldsActivity(member.Value))
                .Select(member => (member.Key, member.Value!)),
        ];

    private static bool HoldsActivity(JsonNode? node) =>
        node switch
        {
            JsonObject one when IsActivity(one) => true,
            JsonObject wrapped => wrapped["$values"] is JsonArray,
            JsonArray many => many.Any(item => item is JsonObject),
            _ => false,
        };

    private static bool IsActivity(JsonObject json) =>
        DesignerDocument.TextOf(json["id"]) is not null && DesignerDocument.TextOf(json["type"]) is not null;

    private static void Replace(JsonObject owner, string name, JsonNode child, Func<JsonObject, JsonObject> change)
    {
        if (child is JsonObject wrapped && wrapped["$values"] is JsonArray values)
        {
            wrapped.Remove("$values");
            owner[name] = child = values;
        }

        if (child is JsonObject one)
        {
            owner[name] = null;
            owner[name] = change(one);
            return;
        }

        ReplaceItems((JsonArray)child, change);
    }

    private static void ReplaceItems(JsonArray items, Func<JsonObject, JsonObject> change)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is not JsonObject item)
            {
                continue;
            }

            if (!IsActivity(item))
            {
                foreach (var (name, child) in Children(item))
                {
                    Replace(item, name, child, change);
                }

                continue;
            }

            items[index] = null;
            items[index] = change(item);
        }
    }

    private static JsonObject? TryParse(string? json)
    {
        try
        {
            return json is null ? null : DesignerDocument.Parse(json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
