using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class StaffTaskEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Journey = """
        { "definitionId": "hand-work", "name": "hand-work", "version": 1,
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "enter", "type": "Marketing.ContactEvent", "version": 1,
                "eventTypes": { "typeName": "ICollection<String>", "expression": { "type": "Object", "value": "[\"hand.wanted\"]" } },
                "customProperties": { "canStartWorkflow": true } },
              { "id": "task", "type": "Marketing.StaffTask", "version": 1,
                "staff": { "typeName": "String", "expression": { "type": "Literal", "value": "mei" } },
                "template": { "typeName": "String", "expression": { "type": "Literal", "value": "call-back" } },
                "text": { "typeName": "String", "expression": { "type": "Literal", "value": "Call her" } } } ],
            "connections": [ { "source": { "activity": "enter", "port": "Done" }, "target": { "activity": "task", "port": "In" } } ] } }
        """;

    [Fact]
    public async Task Confirm_OpenTask_EndsItsMessageAsSent()
    {
        using var published = await host.PostAsync("/api/definitions?publish=true", Journey);
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
        using var sent = await host.PostAsync(
            "/api/events",
            """{"source":"t","id":"1","type":"hand.wanted","at":"2026-01-01T00:00:00Z","contact":{"phone":"13800000001"}}"""
        );
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());

        var task = await WaitAsync("/api/staff-tasks?staff=mei");
        Assert.Equal(("Prepared", "Call her"), (Text(task, "state"), Text(task, "text")));
        var route = $"/api/staff-tasks/{Text(task, "reference")}";
        using var unexplained = await host.PostAsync($"{route}/skip", "{}");
        Assert.Equal(HttpStatusCode.BadRequest, unexplained.StatusCode);
        using var confirmed = await host.PostAsync($"{route}/confirm", """{"note":"reached her"}""");
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        using var again = await host.PostAsync($"{route}/skip", """{"note":"x"}""");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        var message = await WaitAsync("/api/messages?journey=hand-work&outcome=Sent&recipient=staff:mei");
        Assert.Equal("Delivered", Text(message, "state"));
    }

    [Fact]
    public async Task Confirm_UnknownTask_IsNotFound()
    {
        using var response = await host.PostAsync("/api/staff-tasks/nothing/confirm", "{}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<JsonElement> WaitAsync(string route)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var page = await host.Client.GetFromJsonAsync<JsonElement>(route, patience.Token);
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                return item;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }
}
