using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Host.Tests.Elsa;

public sealed class DefinitionTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task List_HasTheRecordedShape()
    {
        await elsa.PublishAsync("listed");

        var list = await elsa.GetAsync(
            "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&SearchTerm=&IsSystem=False"
        );

        Assert.Empty(
            JsonShape.Differences(
                ElsaHost.Fixture("workflow-definitions.list.json"),
                list,
                "toolVersion",
                "description"
            )
        );
        Assert.Contains(
            list.GetProperty("links").EnumerateArray(),
            link => link.GetProperty("rel").ValueEquals("bulk-publish")
        );
    }

    [Theory]
    [InlineData("name of FOUND-b", "found-b")]
    [InlineData("What found-a", "found-a")]
    [InlineData("found-c", "found-c")]
    public async Task List_Searched_FindsByNameDescriptionAndId(string term, string expected)
    {
        foreach (var id in new[] { "found-a", "found-b", "found-c" })
        {
            await elsa.PublishAsync(id);
        }

        var list = await elsa.GetAsync(
            $"/workflow-definitions?versionOptions=Latest&SearchTerm={Uri.EscapeDataString(term)}"
        );

        var only = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(expected, only.GetProperty("definitionId").GetString());
    }

    [Fact]
    public async Task List_PagedAndSorted_ComesInPieces()
    {
        string[] ids = ["page-1", "page-2", "page-3"];
        foreach (var id in ids)
        {
            await elsa.PublishAsync(id);
        }

        var query = string.Concat(ids.Select(id => $"&DefinitionIds={id}"));
        var second = await elsa.GetAsync(
            $"/workflow-definitions?versionOptions=Latest&Page=1&PageSize=2&OrderBy=Name&OrderDirection=Descending{query}"
        );

        Assert.Equal(3, second.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            "page-1",
            Assert.Single(second.GetProperty("items").EnumerateArray()).GetProperty("definitionId").GetString()
        );
    }

    [Fact]
    public async Task List_OfVersionIds_HasExactlyThose()
    {
        await elsa.PublishAsync("versions", text: "one");
        await elsa.PublishAsync("versions", text: "two");

        var list = await elsa.GetAsync("/workflow-definitions?versionOptions=&Ids=versions:1&Ids=nothing:7");

        Assert.Equal(
            "versions:1",
            Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()
        );
    }

    [Theory]
    [InlineData("workflow-definition.welcome.json")]
    [InlineData("workflow-definition.winback.json")]
    [InlineData("workflow-definition.nested.json")]
    public async Task Definition_ImportedAndShown_LosesNothing(string fixture)
    {
        var original = JsonNode.Parse(await File.ReadAllTextAsync(ElsaHost.FixturePath(fixture)))!.AsObject();
        var id = original["definitionId"]!.GetValue<string>();
        await elsa.PostAsync("/workflow-definitions/import", original);

        // What the Studio is shown is what it sends back with the first change.
        var shown = JsonNode.Parse(
            (await elsa.GetAsync($"/workflow-definitions/by-definition-id/{id}?versionOptions=Latest")).GetRawText()
        )!;
        Assert.DoesNotContain(original, member => member.Value is not null && shown[member.Key] is null);
        shown["description"] = "Changed in the Studio";
        await elsa.PostAsync("/workflow-definitions", new { model = shown, publish = false });
        using var file = await elsa.AskAsync($"/workflow-definitions/{id}/export?versionOptions=Latest");
        var exported = JsonNode.Parse(await file.Content.ReadAsStringAsync())!.AsObject();

        original["description"] = "Changed in the Studio";
        foreach (var owned in new[] { "id", "version", "isLatest", "isPublished", "links", "createdAt", "$schema" })
        {
            original.Remove(owned);
            exported.Remove(owned);
        }

        Assert.Empty(Missing(original, exported, "$"));
    }

    [Fact]
    public async Task Definition_WithAnUnknownActivity_IsShownWithAStandIn_AndCannotBePublished()
    {
        var model = ElsaHost.Waiting("unknown-activity");
        model["root"]!["activities"]![0]!["type"] = "Acme.Teleport";
        model["root"]!["activities"]![0]!["distance"] = 12;

        var draft = await elsa.PostAsync("/workflow-definitions", new { model, publish = false });
        var node = draft.GetProperty("workflowDefinition").GetProperty("root").GetProperty("activities")[0];
        Assert.Equal("Elsa.NotFoundActivity", node.GetProperty("type").GetString());
        Assert.Equal("Acme.Teleport", node.GetProperty("missingTypeName").GetString());
        Assert.Contains("distance", node.GetProperty("originalActivityJson").GetString(), StringComparison.Ordinal);

        var shown = JsonNode.Parse(draft.GetProperty("workflowDefinition").GetRawText())!;
        using var refused = await elsa.SendAsync("/workflow-definitions", new { model = shown, publish = true });
        var problem = JsonElement.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Empty(JsonShape.Differences(ElsaHost.Fixture("post-workflow-definitions.400.json"), problem));
        Assert.Contains(
            "Acme.Teleport",
            problem.GetProperty("errors").GetProperty("generalErrors")[0].GetString(),
            StringComparison.Ordinal
        );

        using var file = await elsa.AskAsync("/workflow-definitions/unknown-activity/export?versionOptions=Latest");
        var exported = JsonNode.Parse(await file.Content.ReadAsStringAsync())!;
        Assert.Equal("Acme.Teleport", exported["root"]!["activities"]![0]!["type"]!.GetValue<string>());
        Assert.Equal(12, exported["root"]!["activities"]![0]!["distance"]!.GetValue<int>());
    }

    [Fact]
    public async Task Definition_OfTheStudiosOwnRequest_IsSaved()
    {
        var request = await File.ReadAllTextAsync(
            ElsaHost.FixturePath("requests/post-workflow-definitions.autosave.json")
        );

        var answer = await elsa.PostAsync("/workflow-definitions", request);

        var definition = answer.GetProperty("workflowDefinition");
        Assert.All(
            definition.GetProperty("root").GetProperty("activities").EnumerateArray(),
            activity =>
                Assert.StartsWith("Workflow1:", activity.GetProperty("nodeId").GetString(), StringComparison.Ordinal)
        );
        Assert.Contains(
            definition.GetProperty("links").EnumerateArray(),
            link => link.GetProperty("rel").ValueEquals("publish")
        );
    }

    [Fact]
    public async Task Create_WithoutAnId_MakesOne()
    {
        var answer = await elsa.PostAsync(
            "/workflow-definitions",
            """{"model":{"definitionId":null,"name":"New","version":1,"root":{"id":"f","type":"Elsa.Flowchart","version":1},"variables":null},"publish":null}"""
        );

        Assert.NotEqual("", answer.GetProperty("workflowDefinition").GetProperty("definitionId").GetString());
        Assert.False(
            (await elsa.GetAsync("/workflow-definitions/validation/is-name-unique?name=New"))
                .GetProperty("isUnique")
                .GetBoolean()
        );
        Assert.True(
            (await elsa.GetAsync("/workflow-definitions/validation/is-name-unique?name=Newer"))
                .GetProperty("isUnique")
                .GetBoolean()
        );
    }

    [Fact]
    public async Task PublishRetractRevertDelete_KeepTheHistory()
    {
        await elsa.PublishAsync("history", text: "one");
        await elsa.PublishAsync("history", text: "two");

        var reverted = await elsa.PostAsync("/workflow-definitions/history/revert/1", "{}");
        Assert.Equal(3, reverted.GetProperty("version").GetInt32());
        var published = await elsa.PostAsync("/workflow-definitions/history/publish", "{}");
        Assert.Equal(0, published.GetProperty("consumingWorkflowCount").GetInt32());
        Assert.False(published.GetProperty("alreadyPublished").GetBoolean());
        Assert.True(published.GetProperty("workflowDefinition").GetProperty("isPublished").GetBoolean());
        var retracted = await elsa.PostAsync("/workflow-definitions/history/retract", "{}");
        Assert.False(retracted.GetProperty("isPublished").GetBoolean());

        var versions = await elsa.GetAsync(
            "/workflow-definitions?versionOptions=AllVersions&Page=0&PageSize=10&DefinitionIds=history&OrderBy=Version&OrderDirection=Descending"
        );
        Assert.Equal(
            [3, 2, 1],
            versions.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("version").GetInt32())
        );
        using var gone = await elsa.DeleteAsync("/workflow-definition-versions/history:3");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        var latest = await elsa.GetAsync("/workflow-definitions/by-definition-id/history?versionOptions=Latest");
        Assert.Equal(2, latest.GetProperty("version").GetInt32());

        using var deleted = await elsa.DeleteAsync("/workflow-definitions/history");
        using var missing = await elsa.AskAsync("/workflow-definitions/by-definition-id/history?versionOptions=Latest");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Bulk_PublishRetractDelete_SayWhatBecameOfEach()
    {
        await elsa.PublishAsync("bulk-1");
        await elsa.PostAsync("/workflow-definitions", new { model = ElsaHost.Waiting("bulk-2"), publish = false });
        object ids = new { definitionIds = new[] { "bulk-1", "bulk-2", "bulk-none" } };

        var published = await elsa.PostAsync("/bulk-actions/publish/workflow-definitions/by-definition-ids", ids);
        Assert.Equal("bulk-2", published.GetProperty("published")[0].GetString());
        Assert.Equal("bulk-1", published.GetProperty("alreadyPublished")[0].GetString());
        Assert.Equal("bulk-none", published.GetProperty("notFound")[0].GetString());
        var retracted = await elsa.PostAsync("/bulk-actions/retract/workflow-definitions/by-definition-ids", ids);
        Assert.Equal(2, retracted.GetProperty("retracted").GetArrayLength());
        var deleted = await elsa.PostAsync("/bulk-actions/delete/workflow-definitions/by-definition-id", ids);
        Assert.Equal(2, deleted.GetProperty("deleted").GetInt32());
    }

    [Fact]
    public async Task ExportOfSeveral_IsAZip_ThatCanBeImported()
    {
        await elsa.PublishAsync("zip-1");
        await elsa.PublishAsync("zip-2");
        using var response = await elsa.SendAsync(
            "/bulk-actions/export/workflow-definitions",
            new { ids = new[] { "zip-1:1", "zip-2:1" } }
        );
        var zip = await response.Content.ReadAsByteArrayAsync();

        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal(2, archive.Entries.Count);
        using var imported = await ImportAsync("workflows.zip", zip);
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        Assert.Contains("\"count\":2", await imported.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.json")]
    [InlineData("/etc/passwd.json")]
    [InlineData("a\\..\\b.json")]
    [InlineData("C:evil.json")]
    public async Task Zip_WithAnEntryThatLeadsOut_IsRefused(string name)
    {
        using var refused = await ImportAsync("evil.zip", Zip(name, "{}"u8.ToArray()));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Zip_ThatUnpacksToTooMuch_IsRefused()
    {
        // 40 KB that become 40 MB.
        using var refused = await ImportAsync("bomb.zip", Zip("bomb.json", new byte[40 * 1024 * 1024]));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("unpacks to more", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zip_OfManyFilesThatUnpackToTooMuchTogether_IsRefused()
    {
        // Each of them is small enough; 20 times 3.9 MB are not.
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var number = 0; number < 20; number++)
            {
                using var entry = zip.CreateEntry($"{number}.json").Open();
                entry.Write(new byte[3_900_000]);
            }
        }

        using var refused = await ImportAsync("bombs.zip", buffer.ToArray());

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("unpacks to more", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/elsa/api/workflow-definitions")]
    [InlineData("/elsa/api/workflow-definitions/import")]
    [InlineData("/elsa/api/workflow-instances")]
    [InlineData("/api/definitions")]
    public async Task Body_WithoutAnEnd_IsRefused(string path)
    {
        // Nothing says how long it is; it is counted while it comes in.
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StreamContent(new MemoryStream(Endless())),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;

        HttpStatusCode? status;
        try
        {
            using var refused = await elsa.Host.Client.SendAsync(request);
            status = refused.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server hung up in the middle of it.
            status = null;
        }

        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{status}");
        using var alive = await elsa.AskAsync("/features/installed");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Theory]
    [InlineData("not a zip", "some.zip")]
    [InlineData("not json", "some.json")]
    [InlineData("[1]", "some.json")]
    public async Task File_ThatIsNoDefinition_IsRefused(string content, string name)
    {
        using var refused = await ImportAsync(name, Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Body_Of50Megabytes_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/elsa/api/workflow-definitions/import")
        {
            Content = new ByteArrayContent(new byte[50 * 1024 * 1024]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.ExpectContinue = true;

        using var refused = await elsa.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task Script_InANameOrPage_IsOnlyText()
    {
        const string Name = "<script>alert(1)</script>";
        var model = ElsaHost.Waiting("scripts");
        model["name"] = Name;
        await elsa.PostAsync("/workflow-definitions", new { model, publish = false });

        using var file = await elsa.AskAsync("/workflow-definitions/scripts/export?versionOptions=Latest");
        Assert.DoesNotContain("<", file.Content.Headers.ContentDisposition!.FileName!, StringComparison.Ordinal);
        using var page = await elsa.Host.Client.GetAsync(
            $"/studio/elsa/workflows/definitions/{Uri.EscapeDataString(Name)}/edit"
        );
        Assert.DoesNotContain(Name, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubgraphAndSegments_FollowTheNodeIds()
    {
        await elsa.PublishAsync("graph");

        var node = await elsa.GetAsync("/workflow-definitions/subgraph/graph:1?parentNodeId=Workflow1:flow");
        Assert.Equal(3, node.GetProperty("children").GetArrayLength());
        var segments = await elsa.GetAsync(
            "/workflow-definitions/subgraph/segments/graph:1?childNodeId=Workflow1:flow:wait"
        );
        Assert.Equal("wait", segments.GetProperty("childNode").GetProperty("activity").GetProperty("id").GetString());
        Assert.Equal("flow", segments.GetProperty("container").GetProperty("activity").GetProperty("id").GetString());
        Assert.Equal("activities", segments.GetProperty("pathSegments")[0].GetProperty("portName").GetString());
    }

    [Fact]
    public async Task Consumers_AreThoseThatUseTheWorkflow()
    {
        var used = ElsaHost.Waiting("used");
        used["options"] = new JsonObject { ["usableAsActivity"] = true };
        await elsa.PostAsync("/workflow-definitions", new { model = used, publish = true });
        var user = ElsaHost.Waiting("user");
        user["root"]!["activities"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = "u",
                    ["type"] = "NameOfUsed",
                    ["version"] = 1,
                    ["workflowDefinitionId"] = "used",
                }
            );
        await elsa.PostAsync("/workflow-definitions", new { model = user, publish = false });

        var consumers = await elsa.GetAsync("/workflow-definitions/used/consumers");
        Assert.Equal("user", consumers.GetProperty("consumingWorkflowDefinitionIds")[0].GetString());
        var updated = await elsa.PostAsync("/workflow-definitions/used/update-references", "{}");
        Assert.Equal(0, updated.GetProperty("affectedWorkflows").GetArrayLength());
    }

    private async Task<HttpResponseMessage> ImportAsync(string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "files", name } };
        return await elsa.Host.Client.PostAsync("/elsa/api/workflow-definitions/import-files", form);
    }

    private static byte[] Endless()
    {
        var body = new byte[50 * 1024 * 1024];
        body.AsSpan().Fill((byte)' ');
        body[0] = (byte)'{';
        return body;
    }

    private static byte[] Zip(string name, byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return buffer.ToArray();
    }

    /// <summary>What one document says and the other does not.</summary>
    private static IEnumerable<string> Missing(JsonNode? wanted, JsonNode? found, string path) =>
        (wanted, found) switch
        {
            // Leaving a member out says the same as null.
            (null, null) => [],
            (JsonObject one, JsonObject other) => one.SelectMany(member =>
                Missing(member.Value, other[member.Key], $"{path}.{member.Key}")
            ),
            (JsonArray one, JsonArray other) when one.Count == other.Count => one.SelectMany(
                (item, index) => Missing(item, other[index], $"{path}[{index}]")
            ),
            _ when JsonNode.DeepEquals(wanted, found) => [],
            _ => [$"{path}: {wanted?.ToJsonString()} became {found?.ToJsonString()}"],
        };
}
