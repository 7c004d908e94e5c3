using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

/// <summary>A limited value: one message gets the last one, the next contact's journey goes on by SoldOut.</summary>
public sealed class StockEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Journey = """
        {"definitionId":"limited","name":"Limited","root":{"id":"flow","type":"Elsa.Flowchart","activities":[
          {"id":"in","type":"Marketing.ContactEvent","customProperties":{"canStartWorkflow":true},
           "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"gift.asked\"]"}}},
          {"id":"send","type":"Marketing.SendPrivateMessage",
           "template":{"typeName":"String","expression":{"type":"Literal","value":"gift"}},
           "channel":{"typeName":"String","expression":{"type":"Literal","value":"webhook"}},
           "purpose":{"typeName":"String","expression":{"type":"Literal","value":"service"}},
           "content":{"typeName":"String","expression":{"type":"Literal","value":"gift@1"}}},
          {"id":"got","type":"Marketing.AddTag","tag":{"typeName":"String","expression":{"type":"Literal","value":"got"}}},
          {"id":"late","type":"Marketing.AddTag","tag":{"typeName":"String","expression":{"type":"Literal","value":"late"}}}],
         "connections":[
          {"source":{"activity":"in","port":"Done"},"target":{"activity":"send","port":"In"}},
          {"source":{"activity":"send","port":"Sent"},"target":{"activity":"got","port":"In"}},
          {"source":{"activity":"send","port":"SoldOut"},"target":{"activity":"late","port":"In"}}]}}
        """;

    [Fact]
    public async Task Stock_OfOne_IsGivenOnce_AndTheNextIsTooLate()
    {
        const string gift = """
            {"kind":"text","name":"Gift","values":["added"],"stock":"gifts","texts":{"zh":{"text":"仅剩 {{ stock.left }} 份"}}}
            """;
        await OkAsync(host.Client.PutAsync("/api/content/gift", Json(gift)));
        await OkAsync(host.PostAsync("/api/content/gift/versions/1/submit", "{}"));
        await OkAsync(host.PostAsync("/api/content/gift/versions/1/approve", "{}"));
        var unknown = await RunningHost.ProblemAsync(
            await host.PostAsync("/api/definitions?publish=true", Journey),
            422
        );
        await OkAsync(host.Client.PutAsync("/api/stocks/gifts", Json("""{"total":1}""")));
        await OkAsync(host.PostAsync("/api/definitions?publish=true", Journey));

        await AskAsync("first");
        await UntilTaggedAsync("first", "got");
        await AskAsync("second");
        await UntilTaggedAsync("second", "late");

        Assert.Contains(
            unknown.GetProperty("diagnostics").EnumerateArray(),
            found => found.GetProperty("code").ValueEquals("CNT028")
        );
        var body = Assert
            .Single(host.Webhook.Received, got => got.Body.Contains("仅剩", StringComparison.Ordinal))
            .Body;
        Assert.Contains("仅剩 1 份", body, StringComparison.Ordinal);
        var stock = await host.Client.GetFromJsonAsync<JsonElement>("/api/stocks/gifts");
        Assert.Equal((1, 0), (stock.GetProperty("taken").GetInt32(), stock.GetProperty("left").GetInt32()));
        await RunningHost.ProblemAsync(await host.Client.PutAsync("/api/stocks/gifts", Json("""{"total":0}""")), 409);
    }

    [Fact]
    public async Task Tags_Merged_AreOneForAllContacts()
    {
        await OkAsync(
            host.Client.PutAsync("/api/tags/levels", Json("""{"family":"Attribute","tags":["老客","忠诚"]}"""))
        );
        await TellAsync("m1", "contact.imported", "merged", """{"tags":["老客"]}""");
        await UntilTaggedAsync("merged", "老客");

        using var answer = await host.PostAsync("/api/tags/merge", """{"from":"老客","into":"忠诚"}""");
        var merged = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(1, merged.GetProperty("contacts").GetInt32());
        await UntilTaggedAsync("merged", "忠诚");
        var groups = await host.Client.GetFromJsonAsync<JsonElement>("/api/tags");
        Assert.DoesNotContain("老客", groups.GetRawText(), StringComparison.Ordinal);
        await RunningHost.ProblemAsync(
            await host.PostAsync("/api/tags/merge", """{"from":"老客","into":"忠诚"}"""),
            404
        );
        await RunningHost.ProblemAsync(await host.PostAsync("/api/tags/merge", """{"from":"a","into":" a "}"""), 400);
        await RunningHost.ProblemAsync(await host.PostAsync("/api/tags/merge", "{}"), 400);
    }

    [Theory]
    [InlineData("/api/stocks/Gifts!", """{"total":1}""", 400)]
    [InlineData("/api/stocks/gifts-2", """{"total":-1}""", 400)]
    public async Task Put_WhatCannotBeKept_IsAProblem(string path, string body, int status) =>
        await RunningHost.ProblemAsync(await host.Client.PutAsync(path, Json(body)), status);

    [Fact]
    public async Task Get_OfNoStock_IsAProblem() =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/stocks/nothing"), 404);

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static async Task OkAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private Task AskAsync(string name) => TellAsync($"ask-{name}", "gift.asked", name, "{}");

    private Task TellAsync(string id, string type, string name, string data) =>
        OkAsync(
            host.PostAsync(
                "/api/events",
                $$"""
                [{"source":"test","id":"stock-{{id}}","type":"{{type}}","at":"{{DateTimeOffset.UtcNow:O}}",
                  "contact":{"external_userid":"{{name}}"},"data":{{data}}}]
                """
            )
        );

    private async Task UntilTaggedAsync(string name, string tag)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var found = await host.Client.GetFromJsonAsync<JsonElement>(
                $"/api/contacts?kind=external_userid&identity={name}"
            );
            if (
                found
                    .GetProperty("items")
                    .EnumerateArray()
                    .Any(one => one.GetRawText().Contains($"\"{tag}\"", StringComparison.Ordinal))
            )
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"'{name}' did not get '{tag}' in 30 seconds.");
    }
}
