using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class DefinitionEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Import_ThenPublish_MakesAnImmutableVersion()
    {
        using var draft = await host.PostAsync("/api/definitions", Definition("draft-then-publish"));
        using var published = await host.PostAsync("/api/definitions/draft-then-publish/publish", "{}");

        Assert.False((await BodyAsync(draft)).GetProperty("isPublished").GetBoolean());
        Assert.True((await BodyAsync(published)).GetProperty("isPublished").GetBoolean());
        var found = await host.Client.GetFromJsonAsync<JsonElement>("/api/definitions/draft-then-publish?version=1");
        Assert.True(found.GetProperty("isPublished").GetBoolean());
        Assert.Equal("keep me", found.GetProperty("document").GetProperty("acmeNote").GetString());
    }

    [Fact]
    public async Task Publish_SameDocumentTwice_KeepsItsVersion()
    {
        using var first = await host.PostAsync("/api/definitions?publish=true", Definition("same-twice"));
        using var second = await host.PostAsync("/api/definitions?publish=true", Definition("same-twice"));

        Assert.Equal(1, (await BodyAsync(first)).GetProperty("version").GetInt32());
        Assert.Equal(1, (await BodyAsync(second)).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("/api/definitions?publish=true")]
    [InlineData("/api/definitions/validate")]
    public async Task Publish_WithMistakes_Is422WithAllOfThem(string route)
    {
        var unknown = """{"id":"x","type":"Acme.Fly","version":1},{"id":"y","type":"Acme.Swim","version":1}""";

        var problem = await RunningHost.ProblemAsync(await host.PostAsync(route, Definition("mistaken", unknown)), 422);

        var messages = problem.GetProperty("diagnostics").GetRawText();
        Assert.Contains("Acme.Fly", messages, StringComparison.Ordinal);
        Assert.Contains("Acme.Swim", messages, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/definitions/mistaken")).StatusCode);
    }

    [Fact]
    public async Task Publish_MissingRuleSet_Is422AndNamesIt()
    {
        const string Asks =
            """{"id":"ask","type":"Marketing.EvaluateRules","version":1,"ruleSet":{"typeName":"String","expression":{"type":"Literal","value":"no-such-rules"}}}""";

        var problem = await RunningHost.ProblemAsync(
            await host.PostAsync("/api/definitions?publish=true", Definition("asks", Asks)),
            422
        );

        Assert.Contains("no-such-rules", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"definitionId\": ", 400)]
    [InlineData("[]", 422)]
    [InlineData("7", 422)]
    [InlineData("{}", 422)]
    public async Task Import_OtherJson_IsAProblem(string body, int status) =>
        await RunningHost.ProblemAsync(await host.PostAsync("/api/definitions", body), status);

    [Fact]
    public async Task Get_Unknown_Is404() =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/definitions/never-seen"), 404);

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Definition(
        string id,
        string activities =
            """{"id":"a","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"hello"}}}"""
    ) =>
        $$$$"""{"id":"{{{{id}}}}:1","definitionId":"{{{{id}}}}","name":"{{{{id}}}}","version":1,"acmeNote":"keep me","root":{"id":"root","type":"Elsa.Sequence","version":1,"activities":[{{{{activities}}}}]}}""";
}
