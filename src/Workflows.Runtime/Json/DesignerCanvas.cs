using System.Text.Json.Nodes;

namespace Workflows.Runtime.Json;

/// <summary>Makes a flowchart drawable: connections in the newer form, and a place for every activity that has none.</summary>
internal static class DesignerCanvas
{
    // A designer draws a block as wide as its title with its outcomes' names beside it, and 24 px high for each outcome; a message has eight.
    private const int ColumnWidth = 360;
    private const int RowHeight = 240;

    public static void Prepare(JsonObject flowchart)
    {
        if (
            flowchart["activities"] is not JsonArray activities
            || flowchart["connections"] is not JsonArray connections
        )
        {
            return;
        }

        foreach (var connection in connections.OfType<JsonObject>())
        {
            Renew(connection, "source", "sourcePort", "Done");
            Renew(connection, "target", "targetPort", "In");
        }

        var nodes = activities.OfType<JsonObject>().ToList();
        if (nodes.Exists(node => !HasPlace(node)))
        {
            Arrange(nodes, connections);
        }
    }

    /// <summary>Older files hold <c>{"source":"id","sourcePort":"Done"}</c>.</summary>
    private static void Renew(JsonObject connection, string end, string port, string standard)
    {
        if (DesignerDocument.TextOf(connection[end]) is not { } activity)
        {
            return;
        }

        connection[end] = new JsonObject
        {
            ["activity"] = activity,
            ["port"] = DesignerDocument.TextOf(connection[port]) ?? standard,
        };
        connection.Remove(port);
    }

    private static bool HasPlace(JsonObject node) =>
        node["metadata"] is JsonObject metadata && metadata["designer"] is JsonObject;

    /// <summary>Columns by the distance from the start, rows in the order of the document.</summary>
    private static void Arrange(List<JsonObject> nodes, JsonArray connections)
    {
        var columns = Columns(nodes, connections);
        var used = new Dictionary<int, int>();
        foreach (var node in nodes)
        {
            var column = columns.GetValueOrDefault(IdOf(node));
            var row = used[column] = used.GetValueOrDefault(column, -1) + 1;
            if (HasPlace(node))
            {
                continue;
            }

            if (node["metadata"] is not JsonObject metadata)
            {
                node["metadata"] = metadata = [];
            }

            metadata["designer"] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = column * ColumnWidth, ["y"] = row * RowHeight },
            };
        }
    }

    private static Dictionary<string, int> Columns(List<JsonObject> nodes, JsonArray connections)
    {
        var next = connections
            .OfType<JsonObject>()
            .ToLookup(
                connection => EndOf(connection, "source"),
                connection => EndOf(connection, "target"),
                StringComparer.Ordinal
            );
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var targets = next.SelectMany(same => same).ToHashSet(StringComparer.Ordinal);
        var queue = new Queue<string>(nodes.Select(IdOf).Where(id => !targets.Contains(id)));
        foreach (var start in queue)
        {
            columns[start] = 0;
        }

        while (queue.TryDequeue(out var id))
        {
            foreach (var target in next[id].Where(target => columns.TryAdd(target, columns[id] + 1)))
            {
                queue.Enqueue(target);
            }
        }

        return columns;
    }

    private static string IdOf(JsonObject node) => DesignerDocument.TextOf(node["id"]) ?? "";

    private static string EndOf(JsonObject connection, string end) =>
        connection[end] is JsonObject one ? DesignerDocument.TextOf(one["activity"]) ?? "" : "";
}
