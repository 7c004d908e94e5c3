using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Api;

/// <summary>Nothing is copied before its pilot passed, unless an administrator says why (S1-23).</summary>
public sealed class PilotEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Failing = """{"days":20,"stores":10,"sales":100,"fanGrowth":2,"addFanRate":10}""";
    private const string Passing = """{"days":15,"stores":10,"sales":300000,"fanGrowth":10,"addFanRate":50}""";

    [Fact]
    public async Task Deploy_ToTheEleventhStore_TakesAPilotThatPassedOrAnOverride()
    {
        using var consultant = await host.ClientOfAsync(Role.Consultant);
        var scorecard = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "rules", "pilot-scorecard", "rules.json")
        );
        await DoAsync(consultant, "/api/rule-sets", scorecard);
        await DoAsync(consultant, "/api/pilots/spring", $$$"""{"stores":{{{Stores(10)}}} }""");
        Assert.Equal("", await DeployAsync(consultant, 10));
        Assert.Contains("ROL003", await DeployAsync(consultant, 11), StringComparison.Ordinal);

        var held = await DoAsync(consultant, "/api/pilots/spring/score", Failing);
        Assert.False(held.GetProperty("isOpen").GetBoolean());
        Assert.Contains("ROL003", await DeployAsync(consultant, 11), StringComparison.Ordinal);

        using var forbidden = await consultant.PostAsync("/api/pilots/spring/override", Json("""{"reason":"hurry"}"""));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await RunningHost.ProblemAsync(await host.PostAsync("/api/pilots/spring/override", """{"reason":" "}"""), 422);
        await RunningHost.ProblemAsync(await host.PostAsync("/api/pilots/none/override", """{"reason":"x"}"""), 404);
        await DoAsync(host.Client, "/api/pilots/spring/override", """{"reason":"旺季不等人"}""");
        Assert.Equal("", await DeployAsync(consultant, 11));

        await DoAsync(consultant, "/api/pilots/spring/score", Failing);
        Assert.Contains("ROL003", await DeployAsync(consultant, 12), StringComparison.Ordinal);
        await DoAsync(consultant, "/api/pilots/spring/score", Passing);
        Assert.Equal("", await DeployAsync(consultant, 12));

        var pilot = await consultant.GetFromJsonAsync<JsonElement>("/api/pilots/spring");
        Assert.Equal(
            ["Begun", "Held", "Overridden", "Held", "Passed"],
            pilot.GetProperty("log").EnumerateArray().Select(line => line.GetProperty("step").GetString())
        );
        Assert.Equal("旺季不等人", pilot.GetProperty("log")[2].GetProperty("note").GetString());
        Assert.NotEqual("", pilot.GetProperty("log")[2].GetProperty("by").GetString());
    }

    private static string Stores(int count) =>
        JsonSerializer.Serialize(
            Enumerable.Range(1, count).Select(one => $"s-{one.ToString("00", CultureInfo.InvariantCulture)}")
        );

    private static async Task<string> DeployAsync(HttpClient client, int stores)
    {
        const string journey = """
            {"definitionId":"copied","name":"Copied",
             "customProperties":{"rollout":{"pilot":"spring","stores":<stores>}},
             "root":{"id":"flow","type":"Elsa.Flowchart","activities":[
               {"id":"in","type":"Marketing.ContactEvent","customProperties":{"canStartWorkflow":true},
                "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"store.visited\"]"}}}],
              "connections":[]}}
            """;
        using var answer = await client.PostAsync(
            "/api/definitions?publish=true",
            Json(journey.Replace("<stores>", Stores(stores), StringComparison.Ordinal))
        );
        return answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync();
    }

    private static async Task<JsonElement> DoAsync(HttpClient client, string path, string json)
    {
        using var answer = await client.PostAsync(path, Json(json));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
