using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class ContactCatalogTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Attributes_Schema_IsKeptShownAndHeeded()
    {
        using var saved = await PutAsync(
            "/api/attributes",
            """{"open":true,"attributes":[{"name":"tier","type":"choice","label":{"zh":"等级"},"choices":["gold"]}]}"""
        );
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        var shown = await host.Client.GetFromJsonAsync<JsonElement>("/api/attributes");
        var tier = shown.GetProperty("attributes")[0];
        Assert.Equal(("tier", "choice"), (tier.GetProperty("name").GetString(), tier.GetProperty("type").GetString()));
        Assert.Equal("等级", tier.GetProperty("label").GetProperty("zh").GetString());
        Assert.Equal("ATR003", await RefusedAsync(await SendAsync("""{"tier":"silver"}""")));
        Assert.Equal("ATR002", await RefusedAsync(await PutAsync("/api/rule-sets", Rules())));
        using var accepted = await SendAsync("""{"tier":"gold","other":1}""");
        Assert.True(accepted.IsSuccessStatusCode);

        // Rule sets ask for attributes by name; this one is asked rightly.
        using var again = await PutAsync("/api/attributes", shown.GetRawText());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData("""{"attributes":[{"name":"a","type":"money"}]}""", 422)]
    [InlineData("{", 400)]
    public async Task Attributes_BadSchema_IsAProblem(string json, int status) =>
        await RunningHost.ProblemAsync(await PutAsync("/api/attributes", json), status);

    [Fact]
    public async Task Attributes_BadSchemaInChinese_SaysSoInChinese()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/attributes")
        {
            Content = new StringContent(
                """{"attributes":[{"name":"a","type":"money"}]}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("Accept-Language", "zh-CN");

        var problem = await RunningHost.ProblemAsync(await host.Client.SendAsync(request), 422);

        Assert.Equal(
            "缺少类型，或没有这种类型。",
            problem.GetProperty("diagnostics")[0].GetProperty("message").GetString()
        );
    }

    [Fact]
    public async Task Tags_Groups_AreAddedReplacedAndRemoved()
    {
        using var added = await PutAsync(
            "/api/tags/level",
            """{"family":"Attribute","exclusive":true,"tags":["a1","b1"]}"""
        );
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        using var replaced = await PutAsync("/api/tags/level", """{"family":"Campaign","tags":["c1"]}""");
        await RunningHost.ProblemAsync(await PutAsync("/api/tags/other", """{"family":"x","tags":["c1"]}"""), 422);

        var groups = await host.Client.GetFromJsonAsync<JsonElement>("/api/tags");

        var level = Assert.Single(groups.EnumerateArray());
        Assert.Equal("Campaign", level.GetProperty("family").GetString());
        using var removed = await host.Client.DeleteAsync("/api/tags/level");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await RunningHost.ProblemAsync(await host.Client.DeleteAsync("/api/tags/level"), 404);
    }

    private static string Rules() =>
        """{"WorkflowName":"asks-tier","Rules":[{"RuleName":"a","Expression":"contact.Number(\"tier\") > 3"}]}""";

    private static async Task<string?> RefusedAsync(HttpResponseMessage response)
    {
        var problem = await RunningHost.ProblemAsync(response, 422);
        return problem.GetProperty("diagnostics")[0].GetProperty("code").GetString();
    }

    private Task<HttpResponseMessage> SendAsync(string attributes) =>
        host.Client.PostAsJsonAsync(
            "/api/events",
            new
            {
                source = "crm",
                id = $"{Guid.NewGuid()}",
                type = "contact.imported",
                at = DateTimeOffset.UnixEpoch,
                contact = new { phone = "13900000001" },
                data = new { attributes = JsonSerializer.Deserialize<JsonElement>(attributes) },
            }
        );

    private Task<HttpResponseMessage> PutAsync(string path, string json) =>
        path is "/api/rule-sets"
            ? host.Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"))
            : host.Client.PutAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));
}
