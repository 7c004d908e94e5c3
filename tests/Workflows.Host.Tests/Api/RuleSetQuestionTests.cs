using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class RuleSetQuestionTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Inputs = """{"contact":{"paidOrderCount":3,"joinedAt":"2026-01-01T00:00:00Z"}}""";

    [Fact]
    public async Task Evaluate_AnswersEveryRule()
    {
        await PublishAsync("asked");

        using var response = await host.PostAsync("/api/rule-sets/asked/evaluate", Inputs);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            ("many", "many!"),
            (answer.GetProperty("rule").GetString(), answer.GetProperty("successEvent").GetString())
        );
        Assert.Equal(2, answer.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "已付订单数 3 不小于 2 ✓")]
    [InlineData("fr, en;q=0.5", "paid orders 3 is at least 2 ✓")]
    [InlineData("de", "paid orders 3 is at least 2 ✓")]
    public async Task Explain_SpeaksTheCallersLanguage(string languages, string expected)
    {
        await PublishAsync("explained");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/rule-sets/explained/explain")
        {
            Content = new StringContent(Inputs, Encoding.UTF8, "application/json"),
        };
        foreach (var language in languages.Split(','))
        {
            request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language.Trim()));
        }

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var explanation = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(expected, explanation.GetProperty("why").GetString());
        Assert.Equal(
            "Holds",
            explanation.GetProperty("rules")[0].GetProperty("condition").GetProperty("state").GetString()
        );
    }

    [Theory]
    [InlineData("evaluate", "{", 400)]
    [InlineData("explain", "{", 400)]
    [InlineData("evaluate", """{"contact":{"paidOrderCount":"many"}}""", 422)]
    [InlineData("explain", """{"order":{}}""", 422)]
    public async Task Question_ThatCannotBeAsked_IsAProblem(string verb, string body, int status)
    {
        await PublishAsync("picky");

        await RunningHost.ProblemAsync(await host.PostAsync($"/api/rule-sets/picky/{verb}", body), status);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("explain")]
    public async Task Question_ToNothing_Is404(string verb) =>
        await RunningHost.ProblemAsync(await host.PostAsync($"/api/rule-sets/nothing/{verb}", "{}"), 404);

    [Fact]
    public async Task Schema_IsASchemaOfContacts()
    {
        using var response = await host.Client.GetAsync("/api/rule-sets/schema");

        Assert.Equal("application/schema+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("contact.PaidOrderCount", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task PublishAsync(string name)
    {
        var document =
            $$$"""{"WorkflowName":"{{{name}}}","Rules":[{"RuleName":"many","SuccessEvent":"many!","Expression":"contact.PaidOrderCount >= 2"},{"RuleName":"late","Expression":"contact.JoinedAt > now"}]}""";
        using var response = await host.PostAsync("/api/rule-sets", document);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
