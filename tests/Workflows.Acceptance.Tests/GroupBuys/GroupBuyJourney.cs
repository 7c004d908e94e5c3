using System.Text.Json.Nodes;
using Workflows.Acceptance.Tests.Live;

namespace Workflows.Acceptance.Tests.GroupBuys;

/// <summary>The shipped group-buy as it is, without its messages: there is no WeCom here; and without a tier, so that a team has exactly its size.</summary>
internal static class GroupBuyJourney
{
    private const string Send = "Marketing.SendPrivateMessage";

    public const string Campaign = "spring-tea";

    public static string Document()
    {
        var document = JsonNode.Parse(
            File.ReadAllText(Path.Combine(Checkout.Root, "workflows", "group-buy", "workflow.json"))
        )!;
        var root = document["root"]!.AsObject();
        var activities = root["activities"]!.AsArray();
        var connections = root["connections"]!.AsArray();
        foreach (var send in activities.Where(block => TypeOf(block) is Send).Select(IdOf).ToList())
        {
            Bridge(connections, send);
        }

        foreach (var block in activities.Where(block => TypeOf(block) is Send).ToList())
        {
            activities.Remove(block);
        }

        activities.Single(block => TypeOf(block) is "Marketing.GroupBuyCampaign")!.AsObject().Remove("price5");
        return document.ToJsonString();
    }

    // What led to the message leads to what comes after it.
    private static void Bridge(JsonArray connections, string send)
    {
        var own = connections.Where(line => send.Equals(EndOf(line, "source"), StringComparison.Ordinal)).ToList();
        var next = EndOf(own[0], "target");
        foreach (var line in own)
        {
            connections.Remove(line);
        }

        foreach (var line in connections.Where(line => send.Equals(EndOf(line, "target"), StringComparison.Ordinal)))
        {
            line!["target"]!["activity"] = next;
        }
    }

    private static string TypeOf(JsonNode? block) => block!["type"]!.GetValue<string>();

    private static string IdOf(JsonNode? block) => block!["id"]!.GetValue<string>();

    private static string EndOf(JsonNode? line, string end) => line![end]!["activity"]!.GetValue<string>();
}
