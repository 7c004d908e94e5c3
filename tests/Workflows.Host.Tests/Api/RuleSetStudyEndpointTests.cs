using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class RuleSetStudyEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Old =
        """{"WorkflowName":"s","Rules":[{"RuleName":"a","Expression":"contact.PaidOrderCount >= 5"}]}""";
    private const string New =
        """{"WorkflowName":"s","Rules":[{"RuleName":"a","Expression":"contact.PaidOrderCount >= 7"}]}""";

    [Fact]
    public async Task Analyse_RuleSet_TellsTheGap()
    {
        var analysis = await OkAsync("/api/rule-sets/analyse", Old, "zh-CN");

        var finding = Assert.Single(analysis.GetProperty("findings").EnumerateArray());
        Assert.Equal("Gap", finding.GetProperty("kind").GetString());
        Assert.Equal("这些客户没有任何规则成立。", finding.GetProperty("message").GetString());
        Assert.Equal("contact.PaidOrderCount: [0..4]", finding.GetProperty("where").GetString());
    }

    [Fact]
    public async Task Diff_TwoVersions_TellsWhoFallsElsewhere()
    {
        var comparison = await OkAsync("/api/rule-sets/diff", $$"""{"old":{{Old}},"new":{{New}}}""");

        Assert.Equal("Threshold", comparison.GetProperty("changes")[0].GetProperty("kind").GetString());
        Assert.Equal(
            "contact.PaidOrderCount: [5..6]",
            comparison.GetProperty("movements")[0].GetProperty("where").GetString()
        );
    }

    [Fact]
    public async Task Table_Csv_IsCompiledAndComesBack()
    {
        const string Csv = "t: unique,contact.PaidOrderCount,event\r\nA,>= 5,x\r\nB,< 5,y\r\n";

        var compiled = await OkAsync("/api/rule-sets/table", JsonSerializer.Serialize(new { csv = Csv }));
        var exported = await OkAsync("/api/rule-sets/table/export", compiled.GetProperty("document").GetRawText());

        Assert.Equal(("t", 2), (compiled.GetProperty("name").GetString(), compiled.GetProperty("rules").GetInt32()));
        Assert.Equal(Csv, exported.GetProperty("csv").GetString());
    }

    [Theory]
    [InlineData("/api/rule-sets/analyse", "[]", 422)]
    [InlineData("/api/rule-sets/analyse", "{\"WorkflowName\"", 400)]
    [InlineData(
        "/api/rule-sets/analyse",
        """{"WorkflowName":"s","Rules":[{"RuleName":"a","Expression":"contact.Nix"}]}""",
        422
    )]
    [InlineData("/api/rule-sets/analyse?policy=maybe", "{}", 400)]
    [InlineData("/api/rule-sets/diff", "{}", 400)]
    [InlineData("/api/rule-sets/diff", """{"old":{},"new":1}""", 422)]
    [InlineData("/api/rule-sets/table", "{}", 400)]
    [InlineData("/api/rule-sets/table", """{"csv":"first,contact.Nix\nA,1"}""", 422)]
    [InlineData("/api/rule-sets/table", """{"csv":"first,now\nA,-","timeZone":"Mars"}""", 400)]
    [InlineData("/api/rule-sets/table/export", """{"WorkflowName":"s"}""", 422)]
    public async Task Study_BadBody_IsAProblem(string route, string body, int status) =>
        await RunningHost.ProblemAsync(await host.PostAsync(route, body), status);

    private async Task<JsonElement> OkAsync(string route, string body, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "Accept-Language", language } },
        };
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
