using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class RuleSetEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Publish_ChangedDocument_CountsVersionsUp()
    {
        using var first = await host.PostAsync("/api/rule-sets", RuleSet("counted", "contact.PaidOrderCount > 1"));
        using var same = await host.PostAsync("/api/rule-sets", RuleSet("counted", "contact.PaidOrderCount > 1"));
        using var second = await host.PostAsync("/api/rule-sets", RuleSet("counted", "contact.PaidOrderCount > 2"));

        Assert.Equal((1, 1, 2), (await VersionAsync(first), await VersionAsync(same), await VersionAsync(second)));
        var found = await host.Client.GetFromJsonAsync<JsonElement>("/api/rule-sets/counted");
        Assert.Equal(2, found.GetProperty("version").GetInt32());
        Assert.Equal("counted", found.GetProperty("document").GetProperty("WorkflowName").GetString());
    }

    [Fact]
    public async Task Versions_AreListed_AskedByDate_AndRolledBack()
    {
        await PublishAsync("dated", "contact.PaidOrderCount > 1", "");
        await PublishAsync(
            "dated",
            "contact.PaidOrderCount > 2",
            "\"ValidFrom\":\"2030-06-18\",\"ValidTo\":\"2030-06-21\","
        );

        var versions = await host.Client.GetFromJsonAsync<JsonElement>("/api/rule-sets/dated/versions");
        var sale = await host.Client.GetFromJsonAsync<JsonElement>(
            "/api/rule-sets/dated?at=2030-06-18T00:00:00%2B08:00"
        );
        var before = await host.Client.GetFromJsonAsync<JsonElement>(
            "/api/rule-sets/dated?at=2030-06-17T23:59:59%2B08:00"
        );
        using var back = await host.PostAsync("/api/rule-sets/dated/versions/1/publish", "");

        Assert.Equal(
            [2, 1],
            versions.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("version").GetInt32())
        );
        Assert.Equal(
            new DateTimeOffset(2030, 6, 18, 0, 0, 0, TimeSpan.FromHours(8)),
            versions.GetProperty("items")[0].GetProperty("validFrom").GetDateTimeOffset()
        );
        Assert.Equal((2, 1), (sale.GetProperty("version").GetInt32(), before.GetProperty("version").GetInt32()));
        Assert.Equal(3, await VersionAsync(back));
        await RunningHost.ProblemAsync(await host.PostAsync("/api/rule-sets/dated/versions/9/publish", ""), 404);
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/rule-sets/none/versions"), 404);
    }

    [Theory]
    [InlineData("/api/rule-sets")]
    [InlineData("/api/rule-sets/validate")]
    public async Task Publish_WithMistakes_Is422WithAllOfThemAndPublishesNone(string route)
    {
        var document =
            $"[{RuleSet("fine", "true")},{RuleSet("bad-1", "contact.Nothing > 1")},{RuleSet("bad-2", "1 +")}]";

        var problem = await RunningHost.ProblemAsync(await host.PostAsync(route, document), 422);

        var paths = problem
            .GetProperty("diagnostics")
            .EnumerateArray()
            .Select(found => found.GetProperty("path").GetString()!)
            .ToArray();
        Assert.Contains(paths, path => path.StartsWith("$[1]", StringComparison.Ordinal));
        Assert.Contains(paths, path => path.StartsWith("$[2]", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/rule-sets/fine")).StatusCode);
    }

    [Fact]
    public async Task Validate_GoodDocument_PublishesNothing()
    {
        using var response = await host.PostAsync("/api/rule-sets/validate", RuleSet("only-checked", "true"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/rule-sets/only-checked"), 404);
    }

    [Theory]
    [InlineData("{\"WorkflowName\"", 400)]
    [InlineData("\"rules\"", 422)]
    [InlineData("{}", 422)]
    public async Task Publish_OtherJson_IsAProblem(string body, int status) =>
        await RunningHost.ProblemAsync(await host.PostAsync("/api/rule-sets", body), status);

    private static async Task<int> VersionAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("ruleSets")[0].GetProperty("version").GetInt32();
    }

    private async Task PublishAsync(string name, string expression, string dates)
    {
        var document = RuleSet(name, expression).Insert(1, dates);
        using var response = await host.PostAsync("/api/rule-sets", document);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static string RuleSet(string name, string expression) =>
        $$$"""{"WorkflowName":"{{{name}}}","Rules":[{"RuleName":"only","Expression":"{{{expression}}}"}]}""";
}
