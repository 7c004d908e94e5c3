using System.Text.Json.Nodes;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>Journeys drawn in a few lines.</summary>
internal static class Drawing
{
    private const string Script = "js:";

    /// <summary>
    /// A journey of lines <c>Id Type name=value … Port,Port -> Next</c>; <c>*</c> are all ports of a send block, and a value that
    /// begins with <c>js:</c> is JavaScript.
    /// </summary>
    public static string Of(string lines, string settings)
    {
        var activities = new JsonArray();
        var connections = new JsonArray();
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = line.Split(" -> ");
            string[] words = sides[0].Split(' ');
            if (words.Length > 1 && words[1].Contains('.', StringComparison.Ordinal))
            {
                activities.Add(Block(words));
            }

            if (sides.Length > 1)
            {
                var ports =
                    words[^1].Contains('=', StringComparison.Ordinal)
                    || words.Length <= 2 && words[^1].Contains('.', StringComparison.Ordinal)
                        ? "Done"
                        : words[^1];
                foreach (
                    var port in ports is "*"
                        ? ["Sent", "Unconfirmed", "QuotaReached", "NotAFriend", "Deferred", "Refused", "Failed"]
                        : ports.Split(',')
                )
                {
                    connections.Add(
                        new JsonObject
                        {
                            ["source"] = new JsonObject { ["activity"] = words[0], ["port"] = port },
                            ["target"] = new JsonObject { ["activity"] = sides[1], ["port"] = "In" },
                        }
                    );
                }
            }
        }

        return new JsonObject
        {
            ["definitionId"] = "drawn",
            ["customProperties"] = JsonNode.Parse($"{{{settings}}}"),
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = activities,
                ["connections"] = connections,
            },
        }.ToJsonString();
    }

    private static JsonObject Block(string[] words)
    {
        var block = new JsonObject
        {
            ["id"] = words[0],
            ["name"] = words[0],
            ["type"] = words[1],
            ["version"] = 1,
            ["customProperties"] = new JsonObject
            {
                ["canStartWorkflow"] =
                    words[1]
                        is "Marketing.QrScanned"
                            or "Marketing.GroupJoined"
                            or "Marketing.ContactEvent"
                            or "Marketing.ScriptedLaunch"
                            or "Marketing.Interaction"
                            or "Marketing.Live",
            },
        };
        foreach (var pair in words.Skip(2).Where(word => word.Contains('=', StringComparison.Ordinal)))
        {
            string[] parts = pair.Split('=', 2);
            block[parts[0]] = new JsonObject
            {
                ["typeName"] = "Object",
                ["expression"] = new JsonObject
                {
                    ["type"] =
                        parts[0]
                            is "eventTypes"
                                or "values"
                                or "templates"
                                or "kinds"
                                or "sessions"
                                or "platforms"
                                or "words"
                                or "attributes"
                                or "tags"
                            ? "Object"
                        : parts[1].StartsWith(Script, StringComparison.Ordinal) ? "JavaScript"
                        : "Literal",
                    ["value"] = parts[1].StartsWith(Script, StringComparison.Ordinal)
                        ? parts[1][Script.Length..]
                        : parts[1],
                },
            };
        }

        return block;
    }
}
