using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Tests.Api;

/// <summary>A journey that asks where somebody is: the page, the address for mini-programs, and what is kept (S0-38).</summary>
public sealed partial class LocationEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Journey = """
        {"definitionId":"where","name":"Where","root":{"id":"flow","type":"Elsa.Flowchart","activities":[
          {"id":"in","type":"Marketing.ContactEvent","customProperties":{"canStartWorkflow":true},
           "eventTypes":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"where.asked\"]"}}},
          {"id":"ask","type":"Marketing.GetLocation",
           "template":{"typeName":"String","expression":{"type":"Literal","value":"where"}},
           "channel":{"typeName":"String","expression":{"type":"Literal","value":"webhook"}},
           "purpose":{"typeName":"String","expression":{"type":"Literal","value":"service"}}},
          {"id":"yes","type":"Marketing.AddTag","tag":{"typeName":"String","expression":{"type":"Literal","value":"located"}}},
          {"id":"no","type":"Marketing.AddTag","tag":{"typeName":"String","expression":{"type":"Literal","value":"declined"}}}],
         "connections":[
          {"source":{"activity":"in","port":"Done"},"target":{"activity":"ask","port":"In"}},
          {"source":{"activity":"ask","port":"Located"},"target":{"activity":"yes","port":"In"}},
          {"source":{"activity":"ask","port":"Declined"},"target":{"activity":"no","port":"In"}}]}}
        """;

    [Fact]
    public async Task Page_ThatIsAgreedTo_KeepsThePositionWithItsProof_UntilTheContactIsErased()
    {
        var code = await AskAsync("agreeing");
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");

        var page = await browser.GetStringAsync($"/locate/{code}");
        var thanks = await PostAsync(browser, code, "agreed", "31.23", "121.47");
        var again = await PostAsync(browser, code, "declined");

        Assert.Contains(WebUtility.HtmlEncode(LocationAsk.ChineseWords), page, StringComparison.Ordinal);
        Assert.Contains("lang=\"zh-CN\"", page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode("谢谢，已收到您的位置。"), thanks, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode("您已经回答过了"), again, StringComparison.Ordinal);
        await TaggedAsync("agreeing", "located");
        var contact = await ContactAsync("agreeing");
        // The browser's position is of WGS-84, the stores' and the contact's of GCJ-02.
        Assert.InRange(contact.GetProperty("attributes").GetProperty("latitude").GetDouble(), 31.2275, 31.2285);
        var id = contact.GetProperty("id").GetGuid();
        var consents = await host.Client.GetFromJsonAsync<JsonElement>($"/api/contacts/{id}/consents");
        Assert.Matches("location.*location-1", consents.GetRawText());
        Assert.DoesNotContain("declined", (await ContactAsync("agreeing")).GetRawText(), StringComparison.Ordinal);

        await host.Services.GetRequiredService<ContactErasure>().EraseAsync(1, id, default);

        using var gone = await host.Stranger.GetAsync($"/locate/{code}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Page_ThatIsDeclined_KeepsNoPosition_AndTheJourneyGoesThatWay()
    {
        var code = await AskAsync("declining");
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "en");

        var page = await browser.GetStringAsync($"/locate/{code}");
        var said = await PostAsync(browser, code, "declined", "31.23", "121.47");

        Assert.Contains("Share your position", page, StringComparison.Ordinal);
        Assert.Contains("we do not read your position", said, StringComparison.Ordinal);
        await TaggedAsync("declining", "declined");
        var contact = await ContactAsync("declining");
        Assert.False(contact.GetProperty("attributes").TryGetProperty("latitude", out _));
        var export = await host.Client.GetStringAsync($"/api/contacts/{contact.GetProperty("id").GetString()}/export");
        Assert.DoesNotContain("31.2", export, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agreed", null, null)]
    [InlineData("agreed", "", "")]
    [InlineData("agreed", "91", "0")]
    [InlineData("perhaps", "31.2", "121.4")]
    [InlineData(null, "31.2", "121.4")]
    public async Task Page_WithoutAnAnswer_KeepsNothing(string? answer, string? latitude, string? longitude)
    {
        var code = await AskAsync($"unsure-{answer ?? "nothing"}-{latitude ?? "nowhere"}");

        using var response = await host.Stranger.PostAsync($"/locate/{code}", Form(answer, latitude, longitude));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task MiniProgram_ShowsTheWords_AndPostsTheAnswerOnce()
    {
        var code = await AskAsync("mini");
        var question = await host.Stranger.GetFromJsonAsync<JsonElement>($"/locate/{code}/question");
        var version = question.GetProperty("textVersion").GetString();

        foreach (
            var wrong in (string[])
                [
                    "{}",
                    """{"agreed":true,"latitude":31.2,"longitude":121.4}""",
                    """{"agreed":true,"latitude":31.2,"longitude":121.4,"textVersion":"old"}""",
                    $$"""{"agreed":true,"latitude":131.2,"longitude":121.4,"textVersion":"{{version}}"}""",
                    $$"""{"agreed":true,"latitude":31.2,"longitude":121.4,"coordinates":"bd09","textVersion":"{{version}}"}""",
                ]
        )
        {
            await RunningHost.ProblemAsync(await AnswerAsync(code, wrong), 400);
        }

        var right =
            $$"""{"agreed":true,"latitude":31.2,"longitude":121.4,"coordinates":"gcj02","textVersion":"{{version}}"}""";
        using var first = await AnswerAsync(code, right);
        await RunningHost.ProblemAsync(await AnswerAsync(code, right), 409);

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(LocationAsk.ChineseWords, question.GetProperty("zh").GetString());
        await TaggedAsync("mini", "located");
        Assert.Equal(31.2, (await ContactAsync("mini")).GetProperty("attributes").GetProperty("latitude").GetDouble());
    }

    [Theory]
    [InlineData("000000000000")]
    [InlineData("short")]
    public async Task Code_ThatAsksNothing_IsNotFound(string code)
    {
        using var page = await host.Stranger.GetAsync($"/locate/{code}");
        using var posted = await host.Stranger.PostAsync($"/locate/{code}", Form("declined", null, null));

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        await RunningHost.ProblemAsync(await host.Stranger.GetAsync($"/locate/{code}/question"), 404);
        await RunningHost.ProblemAsync(await AnswerAsync(code, """{"agreed":false}"""), 404);
    }

    private async Task<string> AskAsync(string name)
    {
        using var published = await host.PostAsync("/api/definitions?publish=true", Journey);
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
        var before = host.Webhook.Received.Count;
        using var told = await host.PostAsync(
            "/api/events",
            $$"""
            [{"source":"test","id":"{{Guid.NewGuid()}}","type":"where.asked","at":"{{DateTimeOffset.UtcNow:O}}",
              "contact":{"external_userid":"{{name}}"} }]
            """
        );
        Assert.True(told.IsSuccessStatusCode, await told.Content.ReadAsStringAsync());
        var code = "";
        await UntilAsync(() =>
        {
            var body = host
                .Webhook.Received.Skip(before)
                .Select(got => got.Body)
                .FirstOrDefault(got => Code().IsMatch(got));
            code = body is null ? "" : Code().Match(body).Groups["code"].Value;
            return Task.FromResult(code.Length > 0);
        });
        return code;
    }

    private static FormUrlEncodedContent Form(string? answer, string? latitude, string? longitude) =>
        new(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["answer"] = answer,
                ["latitude"] = latitude,
                ["longitude"] = longitude,
            }
        );

    private static async Task<string> PostAsync(
        HttpClient browser,
        string code,
        string answer,
        string? latitude = null,
        string? longitude = null
    )
    {
        using var response = await browser.PostAsync($"/locate/{code}", Form(answer, latitude, longitude));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> AnswerAsync(string code, string json) =>
        host.Stranger.PostAsync(
            $"/locate/{code}/answers",
            new StringContent(json, System.Text.Encoding.UTF8, "application/json")
        );

    private Task TaggedAsync(string name, string tag) =>
        UntilAsync(async () =>
            (await ContactAsync(name)).GetProperty("tags").EnumerateArray().Any(one => one.ValueEquals(tag))
        );

    private async Task<JsonElement> ContactAsync(string name) =>
        (
            await host.Client.GetFromJsonAsync<JsonElement>($"/api/contacts?kind=external_userid&identity={name}")
        ).GetProperty("items")[0];

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

    [GeneratedRegex("https://s.brand.example/locate/(?<code>[0-9A-Za-z]{12})", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
