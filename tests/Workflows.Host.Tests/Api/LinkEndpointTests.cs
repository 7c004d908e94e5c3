using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

/// <summary>A content of the library on its way: sent by a journey, clicked, waited for, and the order that counts for it.</summary>
public sealed class LinkEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string WeChat = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0.50";

    private const string Journey = """
        {"definitionId":"spring","name":"Spring","root":{"id":"flow","type":"Elsa.Flowchart","activities":[
          {"id":"in","type":"Marketing.ContactEvent","customProperties":{"canStartWorkflow":true},
           "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"spring.asked\"]"}}},
          {"id":"send","type":"Marketing.SendPrivateMessage",
           "template":{"typeName":"String","expression":{"type":"Literal","value":"spring"}},
           "channel":{"typeName":"String","expression":{"type":"Literal","value":"webhook"}},
           "purpose":{"typeName":"String","expression":{"type":"Literal","value":"service"}},
           "content":{"typeName":"String","expression":{"type":"Literal","value":"tea@1"}}},
          {"id":"wait","type":"Marketing.WaitForContactEvent",
           "eventType":{"typeName":"String","expression":{"type":"Literal","value":"content.clicked"}}},
          {"id":"tag","type":"Marketing.AddTag",
           "tag":{"typeName":"String","expression":{"type":"Literal","value":"clicked"}}}],
         "connections":[
          {"source":{"activity":"in","port":"Done"},"target":{"activity":"send","port":"In"}},
          {"source":{"activity":"send","port":"Sent"},"target":{"activity":"wait","port":"In"}},
          {"source":{"activity":"wait","port":"Received"},"target":{"activity":"tag","port":"In"}}]}}
        """;

    [Fact]
    public async Task Content_SentAndClicked_WakesItsJourney_AndTheOrderCountsForIt()
    {
        await OkAsync(
            host.Client.PutAsync(
                "/api/content/tea",
                Json(
                    """
                    {"kind":"article","name":"春茶","theme":"knowledge","url":"https://brand.example/tea?a=1",
                     "texts":{"zh":{"text":"您好，{{ contact.name | default: '朋友' }}"}}}
                    """
                )
            )
        );
        await OkAsync(host.PostAsync("/api/content/tea/versions/1/submit", "{}"));
        await RunningHost.ProblemAsync(await host.PostAsync("/api/definitions?publish=true", Journey), 422);
        await OkAsync(host.PostAsync("/api/content/tea/versions/1/approve", "{}"));
        await OkAsync(host.PostAsync("/api/definitions?publish=true", Journey));

        await TellAsync("1", "spring.asked");
        // A service message leaves at every hour of the day.
        var body = await ReceivedAsync("spring");
        const string shortened = "https://s.brand.example/l/";
        var code = body[(body.IndexOf(shortened, StringComparison.Ordinal) + shortened.Length)..][..12];

        Assert.Contains("您好，朋友", body, StringComparison.Ordinal);
        Assert.Equal(12, code.Length);
        using var browser = host.Browser();
        using var crawled = await FollowAsync(browser, code, "Mozilla/5.0 (compatible; Googlebot/2.1)");
        using var peeked = await browser.SendAsync(Request(HttpMethod.Head, $"/l/{code}", WeChat));
        Assert.Equal("0", await ClicksAsync());
        using var clicked = await FollowAsync(browser, code, WeChat);
        using var again = await FollowAsync(browser, code, WeChat);

        Assert.All(
            [crawled, peeked, clicked, again],
            answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode)
        );
        Assert.Equal("https://brand.example/tea?a=1", clicked.Headers.Location!.OriginalString);
        Assert.Equal("no-store", clicked.Headers.CacheControl!.ToString());
        Assert.Equal("2", await ClicksAsync());
        await UntilAsync(async () =>
            (await ContactAsync()).GetProperty("tags").EnumerateArray().Any(tag => tag.ValueEquals("clicked"))
        );
        Assert.Contains("content.clicked", await ExportAsync("springer"), StringComparison.Ordinal);
        await TellAsync("2", "order.paid", """{"amount":88}""");
        var sales = await host.Client.GetFromJsonAsync<JsonElement>(
            "/api/attribution?by=Content&to=2100-01-01T00:00:00Z&from=2099-06-01T00:00:00Z"
        );
        Assert.Equal(0, sales.GetProperty("items").GetArrayLength());
        sales = await host.Client.GetFromJsonAsync<JsonElement>("/api/attribution?by=Content");
        var sale = Assert.Single(sales.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("tea@1", 1, 1, 88m),
            (
                sale.GetProperty("name").GetString(),
                sale.GetProperty("orders").GetInt32(),
                sale.GetProperty("byClick").GetInt32(),
                sale.GetProperty("amount").GetDecimal()
            )
        );
        var content = await host.Client.GetFromJsonAsync<JsonElement>("/api/content/tea");
        Assert.Equal("Used", content.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("2100-01-01T02:00:00Z", true)]
    [InlineData("2020-01-01T02:00:00Z", false)]
    public async Task Link_OfASale_LeadsNowhereBeforeIt(string opens, bool isClosed)
    {
        var name = isClosed ? "sale-later" : "sale-now";
        var journey = $$$$"""
            {"definitionId":"{{{{name}}}}","name":"Sale","root":{"id":"flow","type":"Elsa.Flowchart","activities":[
              {"id":"in","type":"Marketing.ContactEvent","customProperties":{"canStartWorkflow":true},
               "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"{{{{name}}}}\"]"}}},
              {"id":"send","type":"Marketing.SendPrivateMessage",
               "template":{"typeName":"String","expression":{"type":"Literal","value":"{{{{name}}}}"}},
               "channel":{"typeName":"String","expression":{"type":"Literal","value":"webhook"}},
               "purpose":{"typeName":"String","expression":{"type":"Literal","value":"service"}},
               "linksOpenAt":{"typeName":"DateTimeOffset","expression":{"type":"Literal","value":"{{{{opens}}}}"}},
               "text":{"typeName":"String","expression":{"type":"Liquid","value":"https://brand.example/sale"}}}],
             "connections":[{"source":{"activity":"in","port":"Done"},"target":{"activity":"send","port":"In"}}]}}
            """;
        await OkAsync(host.PostAsync("/api/definitions?publish=true", journey));
        await TellAsync(name, name);
        var body = await ReceivedAsync(name);
        const string shortened = "https://s.brand.example/l/";
        var code = body[(body.IndexOf(shortened, StringComparison.Ordinal) + shortened.Length)..][..12];
        using var browser = host.Browser();

        using var page = await FollowAsync(browser, code, WeChat);
        using var told = await host.Stranger.PostAsync($"/l/{code}", null);

        Assert.Equal(isClosed ? HttpStatusCode.OK : HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal(isClosed ? HttpStatusCode.Conflict : HttpStatusCode.NoContent, told.StatusCode);
        Assert.Equal(isClosed ? null : "https://brand.example/sale", page.Headers.Location?.OriginalString);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(isClosed, html.Contains("2100-01-01 ", StringComparison.Ordinal));
        Assert.DoesNotContain("brand.example", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-CN", "链接已过期")]
    [InlineData("en-GB", "en", "This link has ended")]
    public async Task Link_ThatHasEnded_SaysSo_LeadsBack_AndIsNoClick(string accepts, string language, string title)
    {
        var name = $"ended-{language[..2]}";
        await OkAsync(host.PostAsync("/api/definitions?publish=true", Ending(name, "go.second.example")));
        await TellAsync(name, name, name: "latecomer");
        var body = await ReceivedAsync(name);
        const string shortened = "https://go.second.example/l/";
        var code = body[(body.IndexOf(shortened, StringComparison.Ordinal) + shortened.Length)..][..12];
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", accepts);

        using var page = await FollowAsync(browser, code, WeChat);
        await RunningHost.ProblemAsync(await host.Stranger.PostAsync($"/l/{code}", null), 410);

        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{WebUtility.HtmlEncode(title)}</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://second.example/home\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("brand.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("content.clicked", await ExportAsync("latecomer"), StringComparison.Ordinal);
    }

    /// <summary>S2-05: who is admitted is asked at the click, not at the sending.</summary>
    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-CN", "您不符合参加条件")]
    [InlineData("en-GB", "en", "This is not for you")]
    public async Task Link_ForSomeOnly_IsAskedAtTheClick(string accepts, string language, string title)
    {
        var name = $"only-{language[..2]}";
        await OkAsync(host.PostAsync("/api/rule-sets", NoOrderYet));
        await OkAsync(host.PostAsync("/api/definitions?publish=true", OnlyForSome(name)));
        await TellAsync(name, name, name: name);
        var body = await ReceivedAsync(name);
        const string shortened = "https://s.brand.example/l/";
        var code = body[(body.IndexOf(shortened, StringComparison.Ordinal) + shortened.Length)..][..12];
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", accepts);

        using var before = await FollowAsync(browser, code, WeChat);
        await TellAsync($"{name}-paid", "order.paid", """{"amount":9}""", name);
        await UntilAsync(async () => (await ContactAsync(name)).GetProperty("paidOrderCount").GetInt32() == 1);
        using var page = await FollowAsync(browser, code, WeChat);
        await RunningHost.ProblemAsync(await host.Stranger.PostAsync($"/l/{code}", null), 409);

        Assert.Equal("https://brand.example/newcomers", before.Headers.Location?.OriginalString);
        Assert.Equal((HttpStatusCode.OK, null), (page.StatusCode, page.Headers.Location));
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{WebUtility.HtmlEncode(title)}</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("brand.example/newcomers", html, StringComparison.Ordinal);
    }

    private const string NoOrderYet = """
        {"WorkflowName":"no-order-yet","Rules":[
          {"RuleName":"None yet","Expression":"contact.PaidOrderCount == 0","SuccessEvent":"none"},
          {"RuleName":"Some","Expression":"contact.PaidOrderCount > 0","SuccessEvent":"some"}]}
        """;

    private static string OnlyForSome(string name) =>
        $$$$"""
            {"definitionId":"{{{{name}}}}","name":"Only","root":{"id":"flow","type":"Elsa.Flowchart","activities":[
              {"id":"in","type":"Marketing.ContactEvent","customProperties":{"canStartWorkflow":true},
               "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"{{{{name}}}}\"]"}}},
              {"id":"send","type":"Marketing.SendPrivateMessage",
               "template":{"typeName":"String","expression":{"type":"Literal","value":"{{{{name}}}}"}},
               "channel":{"typeName":"String","expression":{"type":"Literal","value":"webhook"}},
               "purpose":{"typeName":"String","expression":{"type":"Literal","value":"service"}},
               "linksOnlyFor":{"typeName":"String","expression":{"type":"Literal","value":"no-order-yet"}},
               "linksOnlyForEvent":{"typeName":"String","expression":{"type":"Literal","value":"none"}},
               "text":{"typeName":"String","expression":{"type":"Liquid","value":"https://brand.example/newcomers"}}}],
             "connections":[{"source":{"activity":"in","port":"Done"},"target":{"activity":"send","port":"In"}}]}}
            """;

    [Fact]
    public async Task Journey_OnADomainThatIsNotConfigured_IsNotPublished()
    {
        var problem = await RunningHost.ProblemAsync(
            await host.PostAsync("/api/definitions?publish=true", Ending("astray", "elsewhere.example")),
            422
        );

        Assert.Contains("CNT030", problem.GetRawText(), StringComparison.Ordinal);
    }

    private static string Ending(string name, string domain) =>
        $$$$"""
            {"definitionId":"{{{{name}}}}","name":"Ended","root":{"id":"flow","type":"Elsa.Flowchart","activities":[
              {"id":"in","type":"Marketing.ContactEvent","customProperties":{"canStartWorkflow":true},
               "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"{{{{name}}}}\"]"}}},
              {"id":"send","type":"Marketing.SendPrivateMessage",
               "template":{"typeName":"String","expression":{"type":"Literal","value":"{{{{name}}}}"}},
               "channel":{"typeName":"String","expression":{"type":"Literal","value":"webhook"}},
               "purpose":{"typeName":"String","expression":{"type":"Literal","value":"service"}},
               "linksEndAt":{"typeName":"DateTimeOffset","expression":{"type":"Literal","value":"2020-01-01T02:00:00Z"}},
               "linkDomain":{"typeName":"String","expression":{"type":"Literal","value":"{{{{domain}}}}"}},
               "text":{"typeName":"String","expression":{"type":"Liquid","value":"https://brand.example/sale"}}}],
             "connections":[{"source":{"activity":"in","port":"Done"},"target":{"activity":"send","port":"In"}}]}}
            """;

    [Fact]
    public async Task Launch_ThatIsNone_IsNotFound() =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/launches/nobody"), 404);

    [Theory]
    [InlineData("/l/000000000000")]
    [InlineData("/l/short")]
    [InlineData("/l/https%3A%2F%2Felsewhere.example")]
    public async Task Link_ThatIsNone_LeadsNowhere(string path)
    {
        await RunningHost.ProblemAsync(await host.Stranger.GetAsync(path), 404);
        await RunningHost.ProblemAsync(await host.Stranger.PostAsync(path, null), 404);
    }

    [Theory]
    [InlineData("zh-CN", "链接不存在，或已失效。")]
    [InlineData("en", "There is no such link, or it is over.")]
    public async Task Link_ThatIsNone_InABrowser_IsSaidOnAPage(string language, string text)
    {
        using var request = Request(HttpMethod.Get, "/l/000000000000", WeChat);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var page = await host.Stranger.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains(text, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_ThatAreApproved_AreFilledInForAContact()
    {
        const string script = """
            {"kind":"script","name":"问候","category":"opening",
             "texts":{"zh":{"text":"您好，{{ contact.name | default: '朋友' }}"},"en":{"text":"Hello"}}}
            """;
        await OkAsync(host.Client.PutAsync("/api/content/hello", Json(script)));
        var none = await host.Client.GetFromJsonAsync<JsonElement>("/api/scripts?category=opening");
        await OkAsync(host.PostAsync("/api/content/hello/versions/1/submit", "{}"));
        await OkAsync(host.PostAsync("/api/content/hello/versions/1/approve", "{}"));
        await OkAsync(
            host.Client.PutAsync(
                "/api/content/in-the-group",
                Json(script.Replace("opening", "group", StringComparison.Ordinal))
            )
        );
        await OkAsync(host.PostAsync("/api/content/in-the-group/versions/1/submit", "{}"));
        await OkAsync(host.PostAsync("/api/content/in-the-group/versions/1/approve", "{}"));
        await TellAsync("3", "contact.imported", """{"attributes":{"name":"安"}}""", "scripted");
        var id = (await ContactAsync("scripted")).GetProperty("id").GetString();
        await UntilAsync(async () =>
            (await ContactAsync("scripted")).GetProperty("attributes").TryGetProperty("name", out _)
        );

        var filled = await host.Client.GetFromJsonAsync<JsonElement>($"/api/scripts?category=opening&contact={id}");
        var english = await host.Client.GetFromJsonAsync<JsonElement>("/api/scripts?search=问候&language=en");

        Assert.Equal(0, none.GetProperty("items").GetArrayLength());
        Assert.Equal(["hello@1"], Named(filled));
        Assert.Equal(
            ["in-the-group@1"],
            Named(await host.Client.GetFromJsonAsync<JsonElement>("/api/scripts?category=group"))
        );
        Assert.Equal("您好，安", filled.GetProperty("items")[0].GetProperty("text").GetString());
        Assert.Equal("Hello", english.GetProperty("items")[0].GetProperty("text").GetString());
        await RunningHost.ProblemAsync(await host.Client.GetAsync($"/api/scripts?contact={Guid.NewGuid()}"), 404);
    }

    private static IEnumerable<string?> Named(JsonElement scripts) =>
        scripts.GetProperty("items").EnumerateArray().Select(script => script.GetProperty("content").GetString());

    [Theory]
    [InlineData("/api/attribution?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", 400)]
    [InlineData("/api/attribution?from=2020-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", 400)]
    [InlineData("/api/attribution?by=Weather", 400)]
    [InlineData("/api/content/nobody/figures", 404)]
    [InlineData("/api/scripts?limit=0", 400)]
    public async Task Get_WhatCannotBeAnswered_IsAProblem(string path, int status) =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync(path), status);

    [Fact]
    public async Task Designer_AskedForTheBlocks_OffersApprovedContents()
    {
        await OkAsync(
            host.Client.PutAsync(
                "/api/content/offered",
                Json("""{"kind":"text","name":"Offered","texts":{"zh":{"text":"a"}}}""")
            )
        );
        await OkAsync(host.PostAsync("/api/content/offered/versions/1/submit", "{}"));
        await OkAsync(host.PostAsync("/api/content/offered/versions/1/approve", "{}"));

        var block = await host.Client.GetStringAsync("/elsa/api/descriptors/activities/Marketing.SendPrivateMessage");

        Assert.Contains("offered@1", block, StringComparison.Ordinal);
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static async Task OkAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 1_200; attempt++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("It did not come to be in 30 seconds.");
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string agent)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return request;
    }

    private static Task<HttpResponseMessage> FollowAsync(HttpClient browser, string code, string agent) =>
        browser.SendAsync(Request(HttpMethod.Get, $"/l/{code}", agent));

    private async Task<string> ReceivedAsync(string template)
    {
        var body = "";
        await UntilAsync(() =>
        {
            body =
                host.Webhook.Received.Select(got => got.Body)
                    .FirstOrDefault(got => got.Contains($"\"template\":\"{template}\"", StringComparison.Ordinal))
                ?? "";
            return Task.FromResult(body.Length > 0);
        });
        return body;
    }

    private async Task<string> ClicksAsync()
    {
        var figures = await host.Client.GetFromJsonAsync<JsonElement>("/api/content/tea/figures");
        return figures.GetProperty("items")[0].GetProperty("clicks").GetRawText();
    }

    private async Task<JsonElement> ContactAsync(string name = "springer") =>
        (
            await host.Client.GetFromJsonAsync<JsonElement>($"/api/contacts?kind=external_userid&identity={name}")
        ).GetProperty("items")[0];

    private async Task<string> ExportAsync(string name) =>
        await host.Client.GetStringAsync(
            $"/api/contacts/{(await ContactAsync(name)).GetProperty("id").GetString()}/export"
        );

    private Task TellAsync(string id, string type, string data = "{}", string name = "springer") =>
        OkAsync(
            host.PostAsync(
                "/api/events",
                $$"""
                [{"source":"test","id":"link-{{id}}","type":"{{type}}","at":"{{DateTimeOffset.UtcNow:O}}",
                  "contact":{"external_userid":"{{name}}"},"data":{{data}}}]
                """
            )
        );
}
