using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Simulations;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Api;

/// <summary>A journey is tried before anybody gets it (S0-62): what came of it is kept with what the journey said.</summary>
public sealed class SimulationEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Simulate_GivenEvents_SaysWhatWouldBeSentAndKeepsIt()
    {
        using var consultant = await host.ClientOfAsync(Role.Consultant);
        await PostAsync(consultant, "/api/definitions", Journey("simulated", "你好"));

        var passed = await PostAsync(consultant, "/api/definitions/simulated/simulations", Cases("hello"));
        var message = passed.GetProperty("cases")[0].GetProperty("messages")[0];
        Assert.Equal(("hello", "你好"), (Text(message, "template"), Text(message, "text")));
        var failed = await PostAsync(consultant, "/api/definitions/simulated/simulations", Cases("goodbye"));
        Assert.Equal(1, failed.GetProperty("cases")[0].GetProperty("mismatches").GetArrayLength());
        using var nobody = await SendAsync(
            consultant,
            "/api/definitions/simulated/simulations",
            Cases("hello").Replace("store.visited", "store.left", StringComparison.Ordinal)
        );
        var problem = await RunningHost.ProblemAsync(nobody, 422);
        Assert.Equal("SIM004", Text(problem.GetProperty("diagnostics")[0], "code"));

        using var forbidden = await SendAsync(consultant, "/api/definitions/simulated/simulations/waive", "{}");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await RunningHost.ProblemAsync(
            await SendAsync(host.Client, "/api/definitions/simulated/simulations/waive", """{"reason":" "}"""),
            422
        );
        await PostAsync(host.Client, "/api/definitions/simulated/simulations/waive", """{"reason":"旺季不等人"}""");

        var lines = await consultant.GetFromJsonAsync<JsonElement>("/api/definitions/simulated/simulations");
        Assert.Equal(
            ["3 Waived 旺季不等人", "2 Failed one: Message 1 is 'hello'", "1 Passed "],
            lines
                .GetProperty("items")
                .EnumerateArray()
                .Select(line =>
                    $"{line.GetProperty("number")} {Text(line, "step")} {Text(line, "note")?.Split(" at ")[0]}"
                )
        );
        using var unknown = await SendAsync(host.Client, "/api/definitions/no-such/simulations", Cases("hello"));
        await RunningHost.ProblemAsync(unknown, 404);
    }

    /// <summary>Where the installation asks for it, nothing that reaches customers is published otherwise.</summary>
    [Fact]
    public async Task Publish_WhereSimulationsAreRequired_TakesOneOfWhatTheJourneySaysNow()
    {
        var data = Directory.CreateTempSubdirectory("workflows-simulated-").FullName;
        await using var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Data"] = data,
                ["Workflows:Urls"] = "http://127.0.0.1:0",
                ["Workflows:Webhook"] = "http://127.0.0.1:9",
                ["Workflows:RequireSimulations"] = "true",
                ["Logging:LogLevel:Default"] = "Warning",
            }
        );
        await HostStart.PrepareAsync(application.Services, library: null, CancellationToken.None);
        var catalog = application.Services.GetRequiredService<DefinitionCatalog>();
        var desk = application.Services.GetRequiredService<SimulationDesk>();

        Assert.Equal("SIM001", await PublishAsync(catalog, Journey("gated", "你好")));
        await catalog.SaveDraftAsync(Journey("gated", "你好"), seen: null, default);
        var graph = (await catalog.GetAsync("gated", 1, default))!;
        await desk.SimulateAsync(graph, Cases("goodbye"), "li", default);
        Assert.Equal("SIM002", await PublishAsync(catalog, Journey("gated", "你好")));
        await desk.SimulateAsync(graph, Cases("hello"), "li", default);
        Assert.Equal("", await PublishAsync(catalog, Journey("gated", "你好", x: 77)));

        // What it says changed: another journey.
        Assert.Equal("SIM001", await PublishAsync(catalog, Journey("gated", "你好啊")));
        await catalog.SaveDraftAsync(Journey("gated", "你好啊"), seen: null, default);
        await desk.WaiveAsync((await catalog.GetAsync("gated", 2, default))!.Definition, "急", "wang", default);
        Assert.Equal("", await PublishAsync(catalog, Journey("gated", "你好啊")));
        // Who speaks to nobody needs none.
        Assert.Equal(
            "",
            await PublishAsync(
                catalog,
                Journey("quiet", "").Replace("Marketing.SendMessage", "Elsa.End", StringComparison.Ordinal)
            )
        );
    }

    private static async Task<string> PublishAsync(DefinitionCatalog catalog, string json)
    {
        var publication = await catalog.PublishAsync(json, CancellationToken.None);
        return publication.IsPublished
            ? ""
            : string.Join(
                ' ',
                publication
                    .Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)
                    .Select(found => found.Code)
            );
    }

    private static string Journey(string id, string text, int x = 40) =>
        $$"""
            {"definitionId":"{{id}}","name":"{{id}}","customProperties":{"goal":{"primary":"service"},"kpi":{"primary":["responseTime"]},"play":"service","carriers":["private"] },
             "root":{"id":"flow","type":"Elsa.Flowchart","version":1,
              "activities":[
               {"id":"in","type":"Marketing.ContactEvent","version":1,"customProperties":{"canStartWorkflow":true},
                "metadata":{"designer":{"position":{"x":{{x}},"y":40} } },
                "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"store.visited\"]"} } },
               {"id":"say","type":"Marketing.SendMessage","version":1,
                "channel":{"typeName":"String","expression":{"type":"Literal","value":"webhook"} },
                "purpose":{"typeName":"String","expression":{"type":"Literal","value":"service"} },
                "template":{"typeName":"String","expression":{"type":"Literal","value":"hello"} },
                "text":{"typeName":"String","expression":{"type":"Literal","value":"{{text}}"} } }],
              "connections":[{"source":{"activity":"in","port":"Done"},"target":{"activity":"say","port":"In"} }]} }
            """;

    private static string Cases(string template) =>
        $$"""
            {"cases":[{"name":"one","events":[{"at":"2026-03-01T10:00:00+08:00","type":"store.visited"}],
              "until":"2026-03-02T10:00:00+08:00","expect":{"messages":[{"template":"{{template}}"}]} }]}
            """;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) ? found.GetString() : null;

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string json) =>
        client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, string json)
    {
        using var answer = await SendAsync(client, path, json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
