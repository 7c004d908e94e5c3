using Workflows.Runtime.Definitions;
using Workflows.Storage.Definitions;

namespace Workflows.Storage.Tests.Contract;

/// <summary>Definitions without their documents, on both databases.</summary>
public abstract class DefinitionStoreContract(StorageKind kind) : IAsyncLifetime
{
    private StoreRig _rig = null!;

    private IDefinitionStore Store => _rig.Database!.Get<IDefinitionStore>();

    private DefinitionQueries Queries => _rig.Database!.Get<DefinitionQueries>();

    public async Task InitializeAsync() => _rig = await StoreRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task ListPublished_AfterADraft_HasThePublishedVersionsOnly()
    {
        await _rig.PublishAsync(Document("b"));
        await _rig.PublishAsync(Document("a"));
        await _rig.Catalog.SaveDraftAsync(Document("a", text: "changed"), null, CancellationToken.None);

        var published = await Store.ListPublishedAsync(CancellationToken.None);

        Assert.Equal(
            [("a", 1, false), ("b", 1, true)],
            published.Select(one => (one.DefinitionId, one.Version, one.IsLatest))
        );
        Assert.Equal(1, await Store.FindPublishedVersionAsync("a", CancellationToken.None));
        Assert.Null(await Store.FindPublishedVersionAsync("c", CancellationToken.None));
    }

    [Fact]
    public async Task ListUsable_PublishedAgainWithoutTheOption_NoLongerHasIt()
    {
        await _rig.PublishAsync(Document("a", isUsable: true));
        await _rig.PublishAsync(Document("b"));
        var before = await Store.ListUsableAsync(CancellationToken.None);
        var usable = await _rig.Catalog.ListUsableAsync(CancellationToken.None);

        await _rig.PublishAsync(Document("a"));

        Assert.Equal(["a"], before.Select(one => one.DefinitionId));
        Assert.Equal(["a"], usable.Select(one => one.DefinitionId));
        Assert.Empty(await Store.ListUsableAsync(CancellationToken.None));
        Assert.Empty(await _rig.Catalog.ListUsableAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ListUsers_NamesWhoStartsOrEmbedsAWorkflow_InItsLatestVersion()
    {
        await _rig.Catalog.SaveDraftAsync(
            Document("starts", uses: """{"expression":{"type":"Literal","value":"used"}}"""),
            null,
            CancellationToken.None
        );
        await _rig.Catalog.SaveDraftAsync(Document("embeds", uses: "\"used\""), null, CancellationToken.None);
        await _rig.Catalog.SaveDraftAsync(Document("names", text: "used"), null, CancellationToken.None);
        await _rig.Catalog.SaveDraftAsync(Document("used", uses: "\"used\""), null, CancellationToken.None);
        var before = await Store.ListUsersAsync("used", CancellationToken.None);

        await _rig.Catalog.SaveDraftAsync(Document("embeds"), null, CancellationToken.None);

        Assert.Equal(["embeds", "starts"], before.Select(one => one.DefinitionId));
        Assert.Equal(
            ["starts"],
            (await Store.ListUsersAsync("used", CancellationToken.None)).Select(one => one.DefinitionId)
        );
    }

    [Fact]
    public async Task Delete_OfWhoUsesAWorkflow_ForgetsTheUse()
    {
        await _rig.Catalog.SaveDraftAsync(Document("embeds", uses: "\"used\""), null, CancellationToken.None);

        Assert.True(await _rig.Catalog.DeleteAsync("embeds", version: null, CancellationToken.None));

        Assert.Empty(await Store.ListUsersAsync("used", CancellationToken.None));
    }

    [Fact]
    public async Task Delete_OfTheLatestVersion_MakesTheOneBeforeTheLatest()
    {
        await _rig.PublishAsync(Document("a"));
        await _rig.Catalog.SaveDraftAsync(Document("a", text: "changed"), null, CancellationToken.None);

        Assert.True(await _rig.Catalog.DeleteAsync("a", version: 2, CancellationToken.None));

        Assert.Equal(
            (1, true),
            (await Store.FindLatestAsync("a", CancellationToken.None)) is { } row
                ? (row.Version, row.IsPublished)
                : default
        );
    }

    [Theory]
    [InlineData(DefinitionOrder.Name, false, "a:2 a:1 b:1")]
    [InlineData(DefinitionOrder.Name, true, "b:1 a:2 a:1")]
    [InlineData(DefinitionOrder.Version, true, "a:2 a:1 b:1")]
    [InlineData(DefinitionOrder.Created, false, "a:1 b:1 a:2")]
    public async Task List_OfAllVersions_HasOneOrderOnEveryPage(
        DefinitionOrder order,
        bool isDescending,
        string expected
    )
    {
        await _rig.PublishAsync(Document("a"));
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rig.PublishAsync(Document("b"));
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rig.PublishAsync(Document("a", text: "changed"));
        List<string> found = [];
        for (var skip = 0; skip < 3; skip++)
        {
            var query = new DefinitionQuery
            {
                OrderBy = order,
                IsDescending = isDescending,
                Skip = skip,
                Take = 1,
            };
            var (items, total) = await Queries.ListAsync(query, CancellationToken.None);
            found.AddRange(items.Select(item => $"{item.DefinitionId}:{item.Version}"));
            Assert.Equal(3, total);
        }

        Assert.Equal(expected, string.Join(' ', found));
    }

    private static string Document(string id, string text = "x", bool isUsable = false, string? uses = null)
    {
        var write =
            $$$"""{"id":"w","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"{{{text}}}"}} }""";
        var dispatch = $$"""{"id":"u","type":"Elsa.DispatchWorkflow","version":1,"workflowDefinitionId":{{uses}} }""";
        return $$"""
            {"definitionId":"{{id}}","name":"{{id}}","options":{"usableAsActivity":{{(isUsable ? "true" : "false")}} },
             "root":{"id":"s","type":"Elsa.Sequence","version":1,"activities":[{{(uses is null ? write : dispatch)}}]} }
            """;
    }
}
