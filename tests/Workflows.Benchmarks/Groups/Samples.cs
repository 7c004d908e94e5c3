using System.Text.Json.Nodes;

namespace Workflows.Benchmarks.Groups;

/// <summary>The definitions that are run, as Elsa writes them.</summary>
internal static class Samples
{
    /// <summary>So many activities, one after the other.</summary>
    public static string Sequence(int activities) =>
        Definition(
            "sequence",
            new JsonObject
            {
                ["id"] = "root",
                ["type"] = "Elsa.Sequence",
                ["version"] = 1,
                ["activities"] = new JsonArray([.. Enumerable.Range(1, activities).Select(n => WriteLine($"step{n}"))]),
            }
        );

    /// <summary>Ten nodes: start, a decision, two branches, a join, a decision on a variable, two ends.</summary>
    public static string Flowchart() =>
        Definition(
            "flowchart",
            Chart(
                [
                    WriteLine("a"),
                    WriteLine("b"),
                    Decision("vip", "True"),
                    WriteLine("c"),
                    WriteLine("d"),
                    WriteLine("e"),
                    Decision("again", "False"),
                    WriteLine("f"),
                    WriteLine("g"),
                    WriteLine("h"),
                ],
                [
                    Edge("a", "Done", "b"),
                    Edge("b", "Done", "vip"),
                    Edge("vip", "True", "c"),
                    Edge("vip", "False", "d"),
                    Edge("c", "Done", "e"),
                    Edge("d", "Done", "e"),
                    Edge("e", "Done", "again"),
                    Edge("again", "True", "f"),
                    Edge("again", "False", "g"),
                    Edge("f", "Done", "h"),
                    Edge("g", "Done", "h"),
                ]
            )
        );

    /// <summary>A step, a wait for an event, a step.</summary>
    public static string Waiting() =>
        Definition(
            "waiting",
            Chart(
                [
                    WriteLine("before"),
                    Activity("wait", "Elsa.Event", ("eventName", Input("String", "order.paid"))),
                    WriteLine("after"),
                ],
                [Edge("before", "Done", "wait"), Edge("wait", "Done", "after")]
            )
        );

    /// <summary>Enters with an order, then waits for the next one for 30 days, again and again.</summary>
    public static string WaitForOrders()
    {
        var entered = Activity(
            "entered",
            "Marketing.ContactEvent",
            ("eventTypes", Input("ICollection<String>", """["order.paid"]""", "Object"))
        );
        entered["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        var wait = Activity("wait", "Marketing.WaitForContactEvent", ("eventType", Input("String", "order.paid")));
        wait["timeout"] = Input("TimeSpan", "30.00:00:00");
        return Definition(
            "wait-for-orders",
            Chart(
                [entered, wait],
                [Edge("entered", "Done", "wait"), Edge("wait", "Received", "wait"), Edge("wait", "TimedOut", "wait")]
            )
        );
    }

    private static string Definition(string id, JsonObject root) =>
        new JsonObject
        {
            ["id"] = id + ":1",
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = new JsonArray(),
            ["root"] = root,
        }.ToJsonString();

    private static JsonObject Chart(JsonNode[] activities, JsonNode[] connections) =>
        new()
        {
            ["id"] = "root",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray(activities),
            ["connections"] = new JsonArray(connections),
        };

    private static JsonObject WriteLine(string id) => Activity(id, "Elsa.WriteLine", ("text", Input("String", id)));

    private static JsonObject Decision(string id, string condition) =>
        Activity(id, "Elsa.FlowDecision", ("condition", Input("Boolean", condition)));

    private static JsonObject Activity(string id, string type, (string Name, JsonNode Value) input) =>
        new()
        {
            ["id"] = id,
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            [input.Name] = input.Value,
        };

    private static JsonObject Input(string type, string value, string notation = "Literal") =>
        new()
        {
            ["typeName"] = type,
            ["expression"] = new JsonObject { ["type"] = notation, ["value"] = value },
        };

    private static JsonObject Edge(string source, string port, string target) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        };
}
