using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Host.Tests.WeCom;

namespace Workflows.Host.Tests.Api;

public sealed class SegmentEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Preview_OfACondition_CountsListsAndExplains()
    {
        var source = $"s{Guid.NewGuid():N}";
        foreach (var name in new[] { "a", "b", "c" })
        {
            using var accepted = await host.PostAsync(
                "/api/events",
                $$"""
                {"source":"{{source}}","id":"{{name}}","type":"clicked","at":"2026-01-01T00:00:00Z",
                 "contact":{"external_userid":"{{source}}-{{name}}"} }
                """
            );
            accepted.EnsureSuccessStatusCode();
        }

        var first = await PreviewAsync(source, after: "");
        var second = await PreviewAsync(source, first.GetProperty("contacts").GetProperty("next").GetString()!);

        Assert.Equal(3, first.GetProperty("count").GetInt32());
        Assert.Equal((2, 1), (Items(first), Items(second)));
        Assert.True(first.GetProperty("plan").GetProperty("isExact").GetBoolean());
        Assert.Contains(
            "contact_events",
            first.GetProperty("plan").GetProperty("sql").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Preview_WhatAContactIsAndDoes_AllSixCanBeAsked()
    {
        var name = $"six-{Guid.NewGuid():N}";
        foreach (
            var (type, data) in new[]
            {
                ("page.viewed", """{"page":"/price","title":"价格"}"""),
                ("interest.shown", """{"topic":"护肤","in":"chat"}"""),
                ("interest.scored", """{"topic":"护肤","score":80}"""),
                ("action.done", """{"action":"attended"}"""),
            }
        )
        {
            using var accepted = await host.PostAsync(
                "/api/events",
                $$"""
                {"source":"{{name}}","id":"{{type}}","type":"{{type}}","at":"2026-01-01T00:00:00Z","data":{{data}},
                 "contact":{"external_userid":"{{name}}"} }
                """
            );
            accepted.EnsureSuccessStatusCode();
        }

        var who = $"contact.Identity(\"external_userid\") == \"{name}\"";
        foreach (
            var question in new[]
            {
                "true",
                "events.Any(it.Type == \"page.viewed\")",
                "contact.Includes(\"interests\", \"护肤\")",
                "contact.Number(\"interestScore_护肤\") >= 60",
                "contact.Text(\"lastPage\") == \"/price\"",
                "contact.Includes(\"actions\", \"attended\")",
            }
        )
        {
            await Eventually.TrueAsync(async () => await CountAsync($"{who} AND {question}") == 1);
            Assert.Equal(0, await CountAsync($"{who} AND NOT ({question})"));
        }
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("{\"where\":\"true\",\"ruleSet\":\"x\"}", 400)]
    [InlineData("{\"where\":\"true\",\"limit\":0}", 400)]
    [InlineData("{\"where\":\"true\",\"after\":\"x\"}", 400)]
    [InlineData("{\"ruleSet\":\"nothing\"}", 404)]
    [InlineData("{\"where\":\"contact.Nothing\"}", 422)]
    [InlineData("{\"where\":\"contact.PaidOrderCount\"}", 422)]
    [InlineData("{\"document\":{\"WorkflowName\":\"w\",\"Rules\":[{\"RuleName\":\"r\",\"Expression\":\"1 +\"}]}}", 422)]
    [InlineData(
        "{\"document\":{\"WorkflowName\":\"w\",\"Rules\":[{\"RuleName\":\"r\",\"Expression\":\"true\"}]},\"rule\":\"q\"}",
        422
    )]
    [InlineData("[", 400)]
    public async Task Preview_BadQuestion_IsAProblem(string body, int status) =>
        await RunningHost.ProblemAsync(await host.PostAsync("/api/segments/preview", body), status);

    [Fact]
    public async Task Preview_InChinese_ExplainsInChinese()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/segments/preview")
        {
            Content = JsonContent.Create(new { where = "contact.PaidOrderCount > 3" }),
        };
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");

        using var response = await host.Client.SendAsync(request);

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("一条 SQL 查询给出全部答案。", answer.GetProperty("plan").GetProperty("lines")[0].GetString());
    }

    [Fact]
    public async Task Preview_WithoutKey_Is401() =>
        await RunningHost.ProblemAsync(
            await host.Stranger.PostAsJsonAsync("/api/segments/preview", new { where = "true" }),
            401
        );

    private async Task<JsonElement> PreviewAsync(string source, string after)
    {
        using var response = await host.Client.PostAsJsonAsync(
            "/api/segments/preview",
            new
            {
                where = $"events.Any(it.Source == \"{source}\")",
                limit = 2,
                after,
            }
        );
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<int> CountAsync(string where)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/segments/preview", new { where });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt32();
    }

    private static int Items(JsonElement preview) =>
        preview.GetProperty("contacts").GetProperty("items").GetArrayLength();
}
