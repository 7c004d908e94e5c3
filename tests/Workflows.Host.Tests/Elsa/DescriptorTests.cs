using System.Net;
using System.Text.Json;

namespace Workflows.Host.Tests.Elsa;

public sealed class DescriptorTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    [Theory]
    [InlineData("/descriptors/expression-descriptors", "descriptors.expression-descriptors.json")]
    [InlineData("/descriptors/workflow-activation-strategies", "descriptors.workflow-activation-strategies.json")]
    [InlineData("/descriptors/incident-strategies", "descriptors.incident-strategies.json")]
    [InlineData("/descriptors/log-persistence-strategies", "descriptors.log-persistence-strategies.json")]
    [InlineData("/descriptors/commit-strategies/workflows", "descriptors.commit-strategies.workflows.json")]
    [InlineData("/descriptors/commit-strategies/activities", "descriptors.commit-strategies.activities.json")]
    [InlineData("/descriptors/storage-drivers", "descriptors.storage-drivers.json")]
    [InlineData("/descriptors/variables", "descriptors.variables.json")]
    [InlineData(
        "/descriptors/output-converters?sourceType=String&destinationType=Int32",
        "descriptors.output-converters.json"
    )]
    [InlineData("/features/installed", "features.installed.json")]
    [InlineData("/features/installed/Elsa.RealTimeWorkflowUpdates", "features.installed.one.json")]
    [InlineData("/package/version", "package.version.json")]
    [InlineData("/workflow-contexts/provider-descriptors", "workflow-contexts.provider-descriptors.json")]
    [InlineData("/resilience/retries/some", "resilience.retries.json")]
    public async Task Answer_HasTheRecordedShape(string path, string fixture) =>
        Assert.Empty(JsonShape.Differences(ElsaHost.Fixture(fixture), await elsa.GetAsync(path), "MonacoLanguage"));

    [Fact]
    public async Task Activities_AreUnique_AndHaveWhatTheStudioNeeds()
    {
        var items = (await elsa.GetAsync("/descriptors/activities?Refresh=True"))
            .GetProperty("items")
            .EnumerateArray()
            .ToList();

        Assert.NotEmpty(items);
        Assert.Equal(items.Count, items.DistinctBy(Key).Count());
        foreach (var item in items)
        {
            Assert.Equal(JsonValueKind.Array, item.GetProperty("ports").ValueKind);
            Assert.Equal(JsonValueKind.Array, item.GetProperty("inputs").ValueKind);
            Assert.Equal(JsonValueKind.Array, item.GetProperty("outputs").ValueKind);
            Assert.All(
                item.GetProperty("inputs").EnumerateArray(),
                input => Assert.NotEqual("", input.GetProperty("uiHint").GetString())
            );
        }

        var standIn = Assert.Single(items, item => item.GetProperty("typeName").ValueEquals("Elsa.NotFoundActivity"));
        Assert.False(standIn.GetProperty("isBrowsable").GetBoolean());
    }

    [Fact]
    public async Task Activity_OfOneType_IsFound()
    {
        var one = await elsa.GetAsync("/descriptors/activities/Elsa.WriteLine");

        Assert.Equal("Elsa.WriteLine", one.GetProperty("typeName").GetString());
        using var none = await elsa.AskAsync("/descriptors/activities/No.Such");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Options_OfAnInput_AreAnsweredAgain()
    {
        var options = await elsa.PostAsync(
            "/descriptors/activities/Marketing.EvaluateRules/options/RuleSet",
            new { context = new { } }
        );

        Assert.Equal(JsonValueKind.Object, options.GetProperty("items").ValueKind);
    }

    [Fact]
    public async Task Activities_InChinese_AreChinese()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/elsa/api/descriptors/activities/Elsa.If");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");

        using var response = await elsa.Host.Client.SendAsync(request);
        var one = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Contains(one.GetProperty("description").GetString()!, letter => letter > 0x4E00);
    }

    [Fact]
    public async Task ScriptTypes_NameTheWorkflowsVariables()
    {
        var id = await elsa.PublishAsync("scripted");
        using var response = await elsa.SendAsync(
            $"/scripting/javascript/type-definitions/{id}",
            new
            {
                workflowDefinitionId = id,
                activityTypeName = "Elsa.WriteLine",
                propertyName = "Text",
            }
        );

        Assert.Contains(
            "declare function getGreeting(): string;",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    private static (string?, int) Key(JsonElement item) =>
        (item.GetProperty("typeName").GetString(), item.GetProperty("version").GetInt32());
}
