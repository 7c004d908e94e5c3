using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Host.Tests.Elsa;

public sealed class SafeEditingTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task Save_OverWhatSomebodyElseSaved_IsAConflict_AndTheirsStays()
    {
        await SaveAsync(ElsaHost.Waiting("shared"), "first");
        var mine = await ShownAsync("shared");
        var theirs = await ShownAsync("shared");

        theirs["description"] = "theirs";
        await SaveAsync(theirs, "second");
        mine["description"] = "mine";
        using var refused = await elsa.SendAsync(
            "/workflow-definitions",
            new { model = mine, publish = false },
            "first"
        );

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = JsonElement.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Contains(
            "meanwhile",
            problem.GetProperty("errors").GetProperty("generalErrors")[0].GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("theirs", (await ShownAsync("shared"))["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task Publish_OverWhatSomebodyElseSaved_IsAConflict()
    {
        await SaveAsync(ElsaHost.Waiting("shared-publish"), "first");
        var mine = await ShownAsync("shared-publish");
        var theirs = await ShownAsync("shared-publish");
        theirs["description"] = "theirs";
        await SaveAsync(theirs, "second");

        using var refused = await elsa.SendAsync(
            "/workflow-definitions",
            new { model = mine, publish = true },
            "first"
        );

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task Saves_OfOneEditor_MayOvertakeEachOther()
    {
        await SaveAsync(ElsaHost.Waiting("overtaken"), "one");
        var first = await ShownAsync("overtaken");
        var second = await ShownAsync("overtaken");
        first["description"] = "first";
        second["description"] = "second";

        await SaveAsync(first, "one");
        await SaveAsync(second, "one");

        Assert.Equal("second", (await ShownAsync("overtaken"))["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task Save_OfAPublishedWorkflow_BecomesTheNextVersion()
    {
        await elsa.PublishAsync("forked");
        var model = await ShownAsync("forked");
        model["description"] = "changed";

        var answer = await SaveAsync(model, "one");

        Assert.Equal(2, answer.GetProperty("version").GetInt32());
        Assert.Equal("forked:2", answer.GetProperty("id").GetString());
        Assert.False(answer.GetProperty("isPublished").GetBoolean());
        var published = await elsa.GetAsync("/workflow-definitions/by-definition-id/forked?versionOptions=Published");
        Assert.Equal("What forked is for", published.GetProperty("description").GetString());
    }

    [Fact]
    public async Task Save_ThatChangesNothing_MakesNoVersion()
    {
        await SaveAsync(ElsaHost.Waiting("unchanged"), "one");
        await SaveAsync(await ShownAsync("unchanged"), "one", publish: true);

        var answer = await SaveAsync(await ShownAsync("unchanged"), "one");

        Assert.Equal(1, answer.GetProperty("version").GetInt32());
        Assert.True(answer.GetProperty("isPublished").GetBoolean());
    }

    [Fact]
    public async Task Save_ThatEmptiesAPublishedWorkflow_IsRefused()
    {
        await elsa.PublishAsync("emptied");
        var model = await ShownAsync("emptied");
        model["root"]!["activities"] = new JsonArray();
        model["root"]!["connections"] = new JsonArray();

        using var refused = await elsa.SendAsync("/workflow-definitions", new { model, publish = false }, "one");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(3, (await ShownAsync("emptied"))["root"]!["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task Publish_OfAWorkflowWithMistakes_IsRefusedWithAllOfThem_AndTheDraftIsKept()
    {
        var model = ElsaHost.Waiting("mistaken");
        model["root"]!["activities"]![0]!["type"] = "Acme.One";
        model["root"]!["activities"]![2]!["type"] = "Acme.Two";

        using var refused = await elsa.SendAsync("/workflow-definitions", new { model, publish = true }, "one");

        var problem = JsonElement.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(2, problem.GetProperty("errors").GetProperty("generalErrors").GetArrayLength());
        Assert.False((await ShownAsync("mistaken"))["isPublished"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Save_OfADraftWithMistakes_SaysThem()
    {
        var model = ElsaHost.Waiting("draft-mistakes");
        model["root"]!["activities"]![0]!["type"] = "Acme.One";

        var answer = await elsa.PostAsync("/workflow-definitions", new { model, publish = false });

        var finding = Assert.Single(
            answer.GetProperty("validationErrors").EnumerateArray(),
            error => error.GetProperty("message").GetString()!.Contains("Acme.One", StringComparison.Ordinal)
        );
        Assert.Equal("line", finding.GetProperty("activityId").GetString());
    }

    [Fact]
    public async Task Import_OverSomebodysDraft_KeepsTheDraftInTheHistory()
    {
        await SaveAsync(ElsaHost.Waiting("imported"), "one");
        var other = ElsaHost.Waiting("imported", text: "from a file");

        var imported = await elsa.PostAsync("/workflow-definitions/import", other);

        Assert.Equal(2, imported.GetProperty("version").GetInt32());
        var before = await elsa.GetAsync("/workflow-definitions/by-id/imported:1");
        Assert.Contains("Hello", before.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> ShownAsync(string id) =>
        JsonNode.Parse(
            (await elsa.GetAsync($"/workflow-definitions/by-definition-id/{id}?versionOptions=Latest")).GetRawText()
        )!;

    private async Task<JsonElement> SaveAsync(JsonNode model, string editor, bool publish = false) =>
        (await elsa.PostAsync("/workflow-definitions", new { model, publish }, editor)).GetProperty(
            "workflowDefinition"
        );
}
