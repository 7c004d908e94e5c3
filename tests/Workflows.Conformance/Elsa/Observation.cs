using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;

namespace Workflows.Conformance.Elsa;

/// <summary>What can be seen of the world after a step, in the recordings' shape.</summary>
internal static class Observation
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static JsonObject Of(World world, Guid? observed)
    {
        var seen = new JsonObject { ["lines"] = List(world.Lines) };
        if (observed is not { } id || world.Find(id) is not { } instance)
        {
            seen["noInstance"] = true;
            return seen;
        }
        seen["status"] = instance.Status.ToString();
        seen["subStatus"] = instance.SubStatus.ToString();
        seen["correlationId"] = instance.CorrelationId;
        seen["name"] = instance.Name;
        seen["completedLeaves"] = List(Leaves(world, id));
        seen["output"] = JsonSerializer.SerializeToNode(instance.Outputs, Web);
        seen["variables"] = Variables(instance);
        seen["incidents"] = List(instance.Incidents.Select(incident => incident.ActivityId));
        seen["bookmarks"] = new JsonArray([.. instance.Bookmarks.Select(Describe)]);
        seen["otherInstances"] = new JsonArray([.. world.Instances.Where(other => other.Id != id).Select(Describe)]);
        return seen;
    }

    private static IEnumerable<string> Leaves(World world, Guid id) =>
        from burst in world.Bursts
        where burst.Instance.Id == id
        from entry in burst.JournalEntries
        where entry.Event == JournalEvent.Completed
        let node = burst.Instance.Graph.Nodes[entry.NodeId]
        where !IsContainer(node)
        select node.ActivityId;

    private static bool IsContainer(GraphNode node) =>
        node.Activity
            is Container
                or Composite
                or ILoop
                or If
                or Switch
                or Fork
                or FlowNode
                or WorkflowDefinitionActivity;

    private static JsonObject Variables(WorkflowInstance instance)
    {
        var values = new JsonObject();
        foreach (var variable in instance.Graph.Definition.Variables)
        {
            instance.TryGetVariable(variable.Name, out var value);
            values[variable.Name] = JsonSerializer.SerializeToNode(value, Web);
        }
        return values;
    }

    private static JsonNode? Describe(Bookmark bookmark) =>
        new JsonObject
        {
            ["activityId"] = bookmark.ActivityId,
            ["name"] = bookmark.Name,
            ["payload"] = JsonSerializer.SerializeToNode(bookmark.Payload, Web),
        };

    private static JsonNode? Describe(WorkflowInstance instance) =>
        new JsonObject
        {
            ["status"] = instance.Status.ToString(),
            ["subStatus"] = instance.SubStatus.ToString(),
            ["output"] = JsonSerializer.SerializeToNode(instance.Outputs, Web),
        };

    private static JsonArray List(IEnumerable<string> texts) =>
        new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
