using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Marketing.Service;

namespace Workflows.Host.Tests.Api;

/// <summary>Calls, text messages and chats of one phone number: a timeline, follow-up records, work orders, a rating.</summary>
public sealed class ServiceEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Desk = """
        {"definitionId":"desk","name":"Desk","customProperties":{"entry":{"reentry":"always"}},
         "root":{"id":"flow","type":"Elsa.Flowchart","activities":[
          {"id":"open","type":"Marketing.OpenWorkOrder","customProperties":{"canStartWorkflow":true},
           "channels":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"kf\"]"}}},
          {"id":"note","type":"Marketing.WriteFollowUp",
           "text":{"typeName":"String","expression":{"type":"Literal","value":"新工单"}}},
          {"id":"ask","type":"Marketing.AskForRating"},
          {"id":"wait","type":"Marketing.WaitForRating"},
          {"id":"tag","type":"Marketing.AddTag",
           "tag":{"typeName":"String","expression":{"type":"Literal","value":"rated"}}},
          {"id":"closed","type":"Marketing.ContactEvent","customProperties":{"canStartWorkflow":true},
           "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"workorder.closed\"]"}}},
          {"id":"over","type":"Marketing.AddTag",
           "tag":{"typeName":"String","expression":{"type":"Literal","value":"closed"}}}],
         "connections":[
          {"source":{"activity":"open","port":"Opened"},"target":{"activity":"note","port":"In"}},
          {"source":{"activity":"note","port":"Done"},"target":{"activity":"ask","port":"In"}},
          {"source":{"activity":"ask","port":"First"},"target":{"activity":"wait","port":"In"}},
          {"source":{"activity":"wait","port":"Rated"},"target":{"activity":"tag","port":"In"}},
          {"source":{"activity":"closed","port":"Done"},"target":{"activity":"over","port":"In"}}]}}
        """;

    [Fact]
    public async Task CallSmsAndChat_OfAPhone_AreOneTimelineInOrder_AndWriteFollowUpsThatPeopleCorrect()
    {
        const string Phone = "13800000011";
        var contact = await TellAsync("sms:1", "sms.replied", Phone, "2026-03-02T11:00:00+08:00", """{"text":"好"}""");
        await TellAsync("pbx:1", "call.ended", Phone, "2026-03-02T10:00:00+08:00", """{"staff":"li","seconds":60}""");
        await TellAsync("chat:1", "message.received", Phone, "2026-03-02T12:00:00+08:00", """{"staff":"li"}""");
        await TellAsync("pbx:1", "call.ended", Phone, "2026-03-02T10:00:00+08:00", """{"staff":"li","seconds":60}""");

        var timeline = (await ReadAsync($"/api/contacts/{contact}/360"))
            .GetProperty("timeline")
            .GetProperty("items")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("what").GetString());
        Assert.Equal(["message.received", "sms.replied", "call.ended"], timeline);

        var records = await ReadAsync($"/api/contacts/{contact}/follow-ups");
        var call = records.GetProperty("items").EnumerateArray().Single(one => Text(one, "kind") is "Call");
        Assert.Equal(3, records.GetProperty("items").GetArrayLength());
        Assert.Equal(("system", 60), (Text(call, "author"), call.GetProperty("seconds").GetInt32()));

        var edit = new
        {
            key = Text(call, "key"),
            text = "问价格",
            nextAt = "2026-03-05T10:00:00+08:00",
        };
        using var edited = await host.Client.PutAsJsonAsync($"/api/contacts/{contact}/follow-ups", edit);
        Assert.Equal(HttpStatusCode.NoContent, edited.StatusCode);
        records = await ReadAsync($"/api/contacts/{contact}/follow-ups");
        call = records.GetProperty("items").EnumerateArray().Single(one => Text(one, "kind") is "Call");
        Assert.Equal("问价格", Text(call, "text"));
        Assert.NotEqual("system", Text(call, "author"));
        using var missing = await host.Client.PutAsJsonAsync(
            $"/api/contacts/{contact}/follow-ups",
            edit with
            {
                key = "none",
            }
        );
        await RunningHost.ProblemAsync(missing, 404);
    }

    [Fact]
    public async Task Chat_BecomesAWorkOrder_IsRatedOnceOnItsPage_AndClosedByAPerson()
    {
        var rules = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "rules", "session-boundary", "rules.json")
        );
        await OkAsync(host.PostAsync("/api/rule-sets", rules));
        await OkAsync(host.PostAsync("/api/definitions?publish=true", Desk));
        var contact = await TellAsync(
            "chat:9",
            "message.received",
            "13800000012",
            Now(),
            """{"staff":"li","channel":"kf"}"""
        );

        var order = await WaitAsync($"/api/work-orders?contact={contact}&state=Open", found => found.Length == 1);
        var id = order[0].GetProperty("id").GetGuid();
        var path = new Uri(new RatingLinks(new Uri("https://s.brand.example")).Of(id)).AbsolutePath;
        await WaitAsync(
            $"/api/contacts/{contact}/follow-ups",
            found => found.Any(one => Text(one, "text") is "新工单")
        );

        using var browser = host.Browser();
        Assert.Contains("How was our service?", await browser.GetStringAsync(path), StringComparison.Ordinal);
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        Assert.Contains("这次服务您满意吗？", await browser.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await RateAsync(browser, path, "6")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RateAsync(browser, path, "4")).StatusCode);
        Assert.Contains(
            "已经评价",
            await (await RateAsync(browser, path, "1")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{path[..^2]}AA")).StatusCode);
        await TaggedAsync(contact, "rated");

        await RunningHost.ProblemAsync(
            await host.PostAsync($"/api/work-orders/{id}/close", """{"outcome":"so"}"""),
            400
        );
        await OkAsync(host.PostAsync($"/api/work-orders/{id}/close", """{"outcome":"resolved"}"""));
        await RunningHost.ProblemAsync(await host.PostAsync($"/api/work-orders/{id}/close", "{}"), 409);
        await TaggedAsync(contact, "closed");
        var history = await ReadAsync($"/api/work-orders/{id}");
        Assert.Equal(4, history.GetProperty("order").GetProperty("rating").GetInt32());
        Assert.Equal(
            ["Closed", "Opened", "Rated", "RatingAsked"],
            history
                .GetProperty("entries")
                .EnumerateArray()
                .Select(one => Text(one, "step"))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task WorkOrder_OpenedByHand_IsMergedIntoAnother()
    {
        var contact = await TellAsync("form:1", "form.sent", "13800000013", Now(), "{}");
        var (one, two) = (await OpenAsync(contact, "退货"), await OpenAsync(contact, "发票"));

        await RunningHost.ProblemAsync(await host.PostAsync("/api/work-orders", "{}"), 400);
        await RunningHost.ProblemAsync(await host.PostAsync("/api/work-orders", $$"""{"contact":"{{one}}"}"""), 404);
        await RunningHost.ProblemAsync(
            await host.PostAsync($"/api/work-orders/{one}/split", """{"since":"2026-01-01T00:00:00Z"}"""),
            409
        );
        await OkAsync(host.PostAsync($"/api/work-orders/{one}/merge", $$"""{"into":"{{two}}"}"""));
        await RunningHost.ProblemAsync(
            await host.PostAsync($"/api/work-orders/{one}/merge", $$"""{"into":"{{two}}"}"""),
            409
        );

        var merged = (await ReadAsync($"/api/work-orders/{one}")).GetProperty("order");
        Assert.Equal(("Merged", two), (Text(merged, "state"), merged.GetProperty("mergedInto").GetGuid()));
        var page = await ReadAsync($"/api/work-orders?contact={contact}&limit=1");
        Assert.Equal("1", Text(page, "next"));
    }

    private static string Now() => DateTimeOffset.UtcNow.ToString("O");

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Task<HttpResponseMessage> RateAsync(HttpClient browser, string path, string rating) =>
        browser.PostAsync(
            path,
            new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["rating"] = rating })
        );

    private static async Task OkAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<Guid> OpenAsync(Guid contact, string topic)
    {
        using var response = await host.PostAsync(
            "/api/work-orders",
            $$"""{"contact":"{{contact}}","topic":"{{topic}}","staff":"li"}"""
        );
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private async Task<Guid> TellAsync(string key, string type, string phone, string at, string data)
    {
        var (source, id) = key.Split(':') is [var left, var right] ? (left, $"{phone}-{right}") : ("", "");
        using var response = await host.PostAsync(
            "/api/events",
            $$"""[{"source":"{{source}}","id":"{{id}}","type":"{{type}}","at":"{{at}}","contact":{"phone":"{{phone}}"},"data":{{data}}}]"""
        );
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var found = await ReadAsync($"/api/contacts?kind=phone&identity={phone}");
        return found.GetProperty("items")[0].GetProperty("id").GetGuid();
    }

    private async Task<JsonElement> ReadAsync(string path) => await host.Client.GetFromJsonAsync<JsonElement>(path);

    private async Task TaggedAsync(Guid contact, string tag)
    {
        for (var tries = 0; tries < 2_400; tries++)
        {
            var tags = (await ReadAsync($"/api/contacts/{contact}")).GetProperty("tags");
            if (tags.EnumerateArray().Any(one => tag.Equals(one.GetString(), StringComparison.Ordinal)))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"The tag '{tag}' did not come.");
    }

    private async Task<JsonElement[]> WaitAsync(string path, Func<JsonElement[], bool> isThere)
    {
        for (var tries = 0; tries < 2_400; tries++)
        {
            JsonElement[] found = [.. (await ReadAsync(path)).GetProperty("items").EnumerateArray()];
            if (isThere(found))
            {
                return found;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException(path);
    }
}
