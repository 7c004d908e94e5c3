using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

/// <summary>Scripts said by hand, and contents given out to the staff, over HTTP.</summary>
public sealed class ContentUseEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Script_Copied_IsAnEventAndAFigure()
    {
        await ApproveAsync("greet", "opening");
        var contact = await ContactAsync("copied");
        var use = $$"""{"id":"u1","contact":"{{contact}}","staff":"zhang"}""";

        var first = await OkAsync(host.PostAsync("/api/content/greet/versions/1/uses", use));
        var again = await OkAsync(host.PostAsync("/api/content/greet/versions/1/uses", use));
        await TellAsync("o1", "order.paid", "copied", """{"amount":88}""");

        Assert.False(first.GetProperty("isDuplicate").GetBoolean());
        Assert.True(again.GetProperty("isDuplicate").GetBoolean());
        var to = Uri.EscapeDataString($"{DateTimeOffset.UtcNow.AddMinutes(1):O}");
        var figures = await host.Client.GetFromJsonAsync<JsonElement>($"/api/scripts/figures?category=opening&to={to}");
        var figure = Assert.Single(figures.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("greet@1", 1, 1m, 88m),
            (
                figure.GetProperty("script").GetString(),
                figure.GetProperty("copied").GetInt32(),
                figure.GetProperty("conversion").GetDecimal(),
                figure.GetProperty("amount").GetDecimal()
            )
        );
    }

    [Fact]
    public async Task Content_GivenToAStore_IsATaskOfItsStaffAndAdoptedWhenDone()
    {
        await ApproveAsync("poster", null);
        await StaffAsync("wang", "s1");
        await StaffAsync("li", "s1");
        await StaffAsync("gone", "s1", isActive: false);
        await StaffAsync("zhao", null);
        const string path = "/api/content/poster/versions/1/distributions";
        const string body = """{"id":"spring","staff":["zhao"],"stores":["s1"]}""";

        var given = await OkAsync(host.PostAsync(path, body));
        await RunningHost.ProblemAsync(await host.PostAsync(path, body), 409);
        var task = await TaskOfAsync("li");
        await OkAsync(host.PostAsync($"/api/staff-tasks/{task.GetProperty("reference").GetString()}/confirm", "{}"));

        Assert.Equal(3, given.GetProperty("given").GetInt32());
        Assert.Equal("您好，朋友", task.GetProperty("text").GetString());
        var report = await UntilUsedAsync("spring");
        Assert.Equal(0.3333m, report.GetProperty("adoptionRate").GetDecimal());
        var all = await host.Client.GetFromJsonAsync<JsonElement>("/api/content-distributions?limit=1");
        Assert.Equal("spring", all.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(
            "Used",
            (await host.Client.GetFromJsonAsync<JsonElement>("/api/content/poster")).GetProperty("state").GetString()
        );
    }

    [Theory]
    [InlineData("/api/content/nobody/versions/1/distributions", """{"staff":["zhang"]}""", 404)]
    [InlineData("/api/content/raw/versions/1/distributions", """{"staff":["zhang"]}""", 409)]
    [InlineData("/api/content/ripe/versions/1/distributions", """{"staff":["nobody"]}""", 400)]
    [InlineData("/api/content/ripe/versions/1/distributions", """{"stores":["nowhere"]}""", 400)]
    [InlineData("/api/content/ripe/versions/1/distributions", """{"staff":[],"language":"fr"}""", 400)]
    [InlineData("/api/content/ripe/versions/1/uses", """{"id":"u","staff":""}""", 400)]
    [InlineData("/api/content/ripe/versions/1/uses", """{"id":"u","staff":"zhang"}""", 404)]
    [InlineData("/api/content/nobody/versions/1/uses", """{"id":"u","staff":"zhang"}""", 404)]
    public async Task Post_WhatCannotBe_IsAProblem(string path, string body, int status)
    {
        await WriteAsync("raw", null);
        await ApproveAsync("ripe", null);

        await RunningHost.ProblemAsync(await host.PostAsync(path, body), status);
    }

    [Theory]
    [InlineData("/api/content-distributions/nothing", 404)]
    [InlineData("/api/content-distributions?after=x", 400)]
    [InlineData("/api/scripts/figures?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", 400)]
    public async Task Get_WhatCannotBeAnswered_IsAProblem(string path, int status) =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync(path), status);

    private static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<JsonElement> WriteAsync(string id, string? category) =>
        OkAsync(
            host.Client.PutAsync(
                $"/api/content/{id}",
                JsonContent.Create(
                    new
                    {
                        kind = "script",
                        name = id,
                        category,
                        texts = new { zh = new { text = "您好，{{ contact.name | default: '朋友' }}" } },
                    }
                )
            )
        );

    private async Task ApproveAsync(string id, string? category)
    {
        var known = await host.Client.GetAsync($"/api/content/{id}");
        if (known.IsSuccessStatusCode)
        {
            return;
        }

        await WriteAsync(id, category);
        await OkAsync(host.PostAsync($"/api/content/{id}/versions/1/submit", "{}"));
        await OkAsync(host.PostAsync($"/api/content/{id}/versions/1/approve", "{}"));
    }

    private Task<JsonElement> StaffAsync(string id, string? store, bool isActive = true) =>
        OkAsync(
            host.Client.PutAsync(
                $"/api/staff/{id}",
                JsonContent.Create(
                    new
                    {
                        name = id,
                        storeId = store,
                        isActive,
                    }
                )
            )
        );

    private async Task<string> ContactAsync(string name)
    {
        await TellAsync($"join-{name}", "contact.joined", name);
        var found = await host.Client.GetFromJsonAsync<JsonElement>(
            $"/api/contacts?kind=external_userid&identity={name}"
        );
        return found.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private Task<JsonElement> TellAsync(string id, string type, string name, string data = "{}") =>
        OkAsync(
            host.PostAsync(
                "/api/events",
                $$"""
                [{"source":"test","id":"{{id}}","type":"{{type}}","at":"{{DateTimeOffset.UtcNow:O}}",
                  "contact":{"external_userid":"{{name}}"},"data":{{data}}}]
                """
            )
        );

    private async Task<JsonElement> TaskOfAsync(string staff)
    {
        for (var attempt = 0; attempt < 1_200; attempt++)
        {
            var tasks = await host.Client.GetFromJsonAsync<JsonElement>($"/api/staff-tasks?staff={staff}");
            if (tasks.GetProperty("items").GetArrayLength() > 0)
            {
                return tasks.GetProperty("items")[0];
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The task did not come in two minutes.");
    }

    private async Task<JsonElement> UntilUsedAsync(string id)
    {
        for (var attempt = 0; attempt < 1_200; attempt++)
        {
            var report = await host.Client.GetFromJsonAsync<JsonElement>($"/api/content-distributions/{id}");
            if (report.GetProperty("used").GetInt32() > 0)
            {
                return report;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("Nobody used it in two minutes.");
    }
}
