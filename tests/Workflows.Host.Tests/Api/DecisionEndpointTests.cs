using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Api;

/// <summary>What is decided for the whole company: the safe boundaries of communities (S0-65) and its own stage (S4-56).</summary>
public sealed class DecisionEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Pack = "/api/policy-packs/community-safety";
    private const string Proven = """{"repurchase":20,"multiCategory":10,"toolShare":0,"next":"1-10"}""";

    [Fact]
    public async Task Pack_OfANewWorkspace_IsOnAndTakesAnAdministratorWithAReasonToTurnOff()
    {
        using var consultant = await host.ClientOfAsync(Role.Consultant);
        var fresh = await ReadAsync(consultant, Pack);
        Assert.True(fresh.GetProperty("on").GetBoolean());
        Assert.Equal("社群安全边界", fresh.GetProperty("title").GetString());
        Assert.Contains("group_sop_daily", await LimitsAsync(), StringComparison.Ordinal);

        using var forbidden = await consultant.PutAsync(Pack, Json("""{"on":false,"reason":"hurry"}"""));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await RunningHost.ProblemAsync(await host.Client.PutAsync(Pack, Json("""{"on":false,"reason":" "}""")), 422);
        using var done = await host.Client.PutAsync(Pack, Json("""{"on":false,"reason":"自有活动群"}"""));
        done.EnsureSuccessStatusCode();

        var off = await ReadAsync(consultant, Pack);
        Assert.False(off.GetProperty("on").GetBoolean());
        var line = Assert.Single(off.GetProperty("log").EnumerateArray());
        Assert.Equal(
            ("off", "自有活动群"),
            (line.GetProperty("act").GetString(), line.GetProperty("note").GetString())
        );
        Assert.NotEqual("", line.GetProperty("by").GetString());
        Assert.DoesNotContain("group_sop_daily", await LimitsAsync(), StringComparison.Ordinal);

        using var again = await host.Client.PutAsync(Pack, Json("""{"on":true,"reason":"活动结束"}"""));
        again.EnsureSuccessStatusCode();
        Assert.Contains("group_sop_daily", await LimitsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Growth_OnlyForwardThroughTheGate_OrWithASponsorAndAReason()
    {
        var gates = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "rules", "stage-gates", "rules.json"));
        using var published = await host.PostAsync("/api/rule-sets", gates);
        published.EnsureSuccessStatusCode();
        using var consultant = await host.ClientOfAsync(Role.Consultant);
        Assert.Equal("0-1", (await ReadAsync(consultant, "/api/growth-stage")).GetProperty("stage").GetString());

        var skipped = Proven.Replace("\"1-10\"", "\"10-100\"", StringComparison.Ordinal);
        await RunningHost.ProblemAsync(await consultant.PostAsync("/api/growth-stage/review", Json(skipped)), 422);
        using var forbidden = await consultant.PostAsync("/api/growth-stage/override", Json(Proven));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await RunningHost.ProblemAsync(await host.PostAsync("/api/growth-stage/override", Proven), 422);

        var second = await DoAsync(consultant, "/api/growth-stage/review", Proven);
        Assert.Equal(("1-10", "10-100"), (Text(second, "stage"), Text(second, "next")));
        var held = await DoAsync(consultant, "/api/growth-stage/review", skipped);
        Assert.Equal("1-10", Text(held, "stage"));
        Assert.Contains("nurturing, conversion, client", Text(Last(held), "note"), StringComparison.Ordinal);

        var third = await DoAsync(
            host.Client,
            "/api/growth-stage/override",
            """{"repurchase":20,"multiCategory":10,"toolShare":0,"next":"10-100","sponsor":"老板","reason":"旺季不等人"}"""
        );
        Assert.Equal("10-100", Text(third, "stage"));
        Assert.Equal(
            ("override", "老板", "旺季不等人"),
            (Text(Last(third), "act"), Text(Last(third), "sponsor"), Text(Last(third), "note"))
        );
    }

    private async Task<string> LimitsAsync() => await host.Client.GetStringAsync("/api/limits");

    private static JsonElement Last(JsonElement stage) => stage.GetProperty("log").EnumerateArray().Last();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<JsonElement> ReadAsync(HttpClient client, string path) =>
        await client.GetFromJsonAsync<JsonElement>(path);

    private static async Task<JsonElement> DoAsync(HttpClient client, string path, string body)
    {
        using var response = await client.PostAsync(path, Json(body));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
