using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Host.Tests.Api;

namespace Workflows.Host.Tests.Elsa;

/// <summary>A host that is asked as Elsa Studio asks.</summary>
public sealed class ElsaHost : IAsyncLifetime
{
    private const string Root = "/elsa/api";

    public RunningHost Host { get; } = new();

    public Task InitializeAsync() => Host.InitializeAsync();

    public Task DisposeAsync() => Host.DisposeAsync();

    public static JsonElement Fixture(string name) => JsonElement.Parse(File.ReadAllText(FixturePath(name)));

    public static string FixturePath(string name) =>
        Path.Combine(Repository.Root, "tests", "Workflows.Host.Tests", "Elsa", "Fixtures", name);

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Host.Client.GetAsync(Root + path);
        return await ReadAsync(response, path);
    }

    public async Task<JsonElement> PostAsync(string path, object body, string? editor = null)
    {
        using var response = await SendAsync(path, body, editor);
        return await ReadAsync(response, path);
    }

    public async Task<HttpResponseMessage> SendAsync(string path, object body, string? editor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root + path)
        {
            Content = body is string text
                ? new StringContent(text, Encoding.UTF8, "application/json")
                : JsonContent.Create(body),
        };
        if (editor is not null)
        {
            request.Headers.Add("X-Editor", editor);
        }

        return await Host.Client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> DeleteAsync(string path) => await Host.Client.DeleteAsync(Root + path);

    public async Task<HttpResponseMessage> AskAsync(string path) => await Host.Client.GetAsync(Root + path);

    /// <summary>A workflow that writes a line and waits for an event; published.</summary>
    public async Task<string> PublishAsync(string id, string eventName = "opened", string text = "Hello")
    {
        await PostAsync("/workflow-definitions", new { model = Waiting(id, eventName, text), publish = true });
        return id;
    }

    /// <summary>The instance that an execution started, once it stands still.</summary>
    public async Task<string> RunAsync(string definitionId)
    {
        using var response = await SendAsync(
            $"/workflow-definitions/{definitionId}/execute",
            new { versionOptions = "Latest" }
        );
        response.EnsureSuccessStatusCode();
        return response.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }

    public static JsonObject Waiting(string id, string eventName = "opened", string text = "Hello") =>
        JsonNode
            .Parse(
                $$"""
                {
                  "definitionId": "{{id}}", "name": "Name of {{id}}", "description": "What {{id}} is for", "version": 1,
                  "variables": [{ "id": "v1", "name": "Greeting", "typeName": "String", "isArray": false, "value": "hi" }],
                  "root": {
                    "id": "flow", "type": "Elsa.Flowchart", "version": 1, "name": "Flowchart1",
                    "activities": [
                      { "id": "line", "type": "Elsa.WriteLine", "version": 1, "name": "WriteLine1",
                        "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } } },
                      { "id": "wait", "type": "Elsa.Event", "version": 1, "name": "Event1",
                        "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "{{eventName}}" } } },
                      { "id": "end", "type": "Elsa.WriteLine", "version": 1, "name": "WriteLine2",
                        "text": { "typeName": "String", "expression": { "type": "Literal", "value": "Bye" } } }
                    ],
                    "connections": [
                      { "source": { "activity": "line", "port": "Done" }, "target": { "activity": "wait", "port": "In" } },
                      { "source": { "activity": "wait", "port": "Done" }, "target": { "activity": "end", "port": "In" } }
                    ]
                  }
                }
                """
            )!
            .AsObject();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, string path)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        return JsonElement.Parse(text);
    }
}
