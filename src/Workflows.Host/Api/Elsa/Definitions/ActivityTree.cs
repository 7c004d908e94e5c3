using System.Text.Json.Nodes;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>An activity of a shown document with the ones inside it.</summary>
internal sealed class ActivityTree
{
    private readonly JsonObject _activity;
    private readonly string _port;
    private readonly List<ActivityTree> _children = [];

    public ActivityTree(JsonObject activity, string port)
    {
        _activity = activity;
        _port = port;
        foreach (var (name, value) in activity)
        {
            AddChildren(name, value);
        }
    }

    /// <summary>The activity's id.</summary>
    public string Id => Text("id");

    private string NodeId => Text("nodeId");

    /// <summary>The activities from here to the one with a node id; only this one where none is named.</summary>
    public IReadOnlyList<ActivityTree> PathTo(string? nodeId)
    {
        if (string.IsNullOrEmpty(nodeId) || string.Equals(nodeId, NodeId, StringComparison.Ordinal))
        {
            return [this];
        }

        foreach (var child in _children)
        {
            if (child.PathTo(nodeId) is { Count: > 0 } path)
            {
                return [this, .. path];
            }
        }

        return [];
    }

    /// <summary>The activity as a document of its own.</summary>
    public JsonObject Copy() => _activity.DeepClone().AsObject();

    public object Show() =>
        new
        {
            nodeId = NodeId,
            activity = _activity.DeepClone(),
            port = _port,
            children = _children.Select(child => child.Show()),
        };

    public object SegmentTo(ActivityTree child) =>
        new
        {
            activityNodeId = NodeId,
            activityId = Id,
            activityType = Text("type"),
            portName = child._port,
        };

    private string Text(string name) => _activity[name]?.GetValue<string>() ?? "";

    private void AddChildren(string name, JsonNode? value)
    {
        var activities = value switch
        {
            JsonObject one => [one],
            JsonArray many => many.OfType<JsonObject>(),
            _ => [],
        };
        _children.AddRange(
            activities.Where(json => json.ContainsKey("nodeId")).Select(json => new ActivityTree(json, name))
        );
    }
}
