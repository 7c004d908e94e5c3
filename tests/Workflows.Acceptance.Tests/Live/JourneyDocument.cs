using System.Text.Json.Nodes;

namespace Workflows.Acceptance.Tests.Live;

/// <summary>Writes journeys as the designer would store them.</summary>
internal static class JourneyDocument
{
    /// <param name="id">The definition's id and name.</param>
    /// <param name="variable">The variable that takes the event, with the id <c>event</c>.</param>
    /// <param name="activities">What it does.</param>
    /// <param name="connections">In which order.</param>
    /// <param name="priority">How urgent its messages are.</param>
    public static string Of(
        string id,
        string variable,
        JsonArray activities,
        JsonArray connections,
        int priority = 0
    ) =>
        new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["variables"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "event",
                    ["name"] = variable,
                    ["typeName"] = "Object",
                }
            ),
            ["customProperties"] = new JsonObject { ["priority"] = priority },
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = activities,
                ["connections"] = connections,
            },
        }.ToJsonString();

    /// <summary>An activity; an input without a notation names the variable that takes an output.</summary>
    public static JsonObject Activity(
        string id,
        string type,
        params (string Name, string Type, string? Syntax, string Value)[] inputs
    )
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = type is "Marketing.ContactEvent" },
        };
        foreach (var (name, typeName, syntax, value) in inputs)
        {
            activity[name] = new JsonObject
            {
                ["typeName"] = typeName,
                [syntax is null ? "memoryReference" : "expression"] = syntax is null
                    ? new JsonObject { ["id"] = value }
                    : new JsonObject { ["type"] = syntax, ["value"] = value },
            };
        }

        return activity;
    }

    /// <summary>A connection from a port.</summary>
    public static JsonObject Connection(string from, string port, string to) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
}
