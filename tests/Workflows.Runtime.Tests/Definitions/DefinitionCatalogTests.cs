using Microsoft.Extensions.Time.Testing;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Tests.Triggers;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Tests.Definitions;

public sealed class DefinitionCatalogTests
{
    private readonly MemoryDefinitionStore _store = new();
    private readonly TriggerIndex _triggers = new();
    private readonly DefinitionCatalog _catalog;

    public DefinitionCatalogTests() =>
        _catalog = new DefinitionCatalog(
            _store,
            new WorkflowValidator(new WorkflowCompiler()),
            new FakeTimeProvider(Sample.Noon),
            _triggers
        );

    [Fact]
    public async Task Publish_Twice_MakesTwoVersionsAndKeepsTheFirst()
    {
        var first = await _catalog.PublishAsync(Document("one"), default);
        var second = await _catalog.PublishAsync(Document("two"), default);

        Assert.Equal((1, 2), (first.Graph!.Version, second.Graph!.Version));
        Assert.Equal(["one"], (await Sample.StartAsync((await _catalog.GetAsync("d", 1, default))!)).Lines);
        Assert.Equal(["two"], (await Sample.StartAsync((await _catalog.GetPublishedAsync("d", default))!)).Lines);
        Assert.Equal(
            [(2, true, true), (1, false, false)],
            (await _store.ListVersionsAsync("d", default)).Select(row => (row.Version, row.IsLatest, row.IsPublished))
        );
    }

    [Fact]
    public async Task SaveDraft_AfterPublishing_LeavesThePublishedVersionAlone()
    {
        await _catalog.PublishAsync(Document("one"), default);
        await _catalog.SaveDraftAsync(Document("draft"), null, default);
        await _catalog.SaveDraftAsync(Document("draft again"), null, default);

        Assert.Equal(["one"], (await Sample.StartAsync((await _catalog.GetPublishedAsync("d", default))!)).Lines);
        Assert.Equal(2, (await _store.FindLatestAsync("d", default))!.Version);
        Assert.Equal(2, (await _catalog.PublishDraftAsync("d", default))!.Graph!.Version);
    }

    [Fact]
    public async Task SaveDraft_OfAStaleRevision_IsRefused()
    {
        var first = await _catalog.SaveDraftAsync(Document("mine"), null, default);
        await _catalog.SaveDraftAsync(
            Document("theirs"),
            new SeenDefinition(1, first.Stored!.Revision, "theirs"),
            default
        );

        var late = await _catalog.SaveDraftAsync(
            Document("late"),
            new SeenDefinition(1, first.Stored.Revision, "late"),
            default
        );

        Assert.True(late.IsStale);
        Assert.Contains("theirs", (await _store.FindLatestAsync("d", default))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WithAMistake_StoresNothing()
    {
        var refused = await _catalog.PublishAsync(
            """{"definitionId":"d","root":{"id":"x","type":"Nope.X","version":1}}""",
            default
        );

        Assert.False(refused.IsPublished);
        Assert.NotEmpty(refused.Diagnostics);
        Assert.Null(await _store.FindLatestAsync("d", default));
    }

    [Fact]
    public async Task Publish_Trigger_IsFoundUntilRetracted()
    {
        const string Json = """
            {"definitionId":"d","root":{"id":"e","type":"Elsa.Event","version":1,"customProperties":{"canStartWorkflow":true},
             "eventName":{"expression":{"type":"Literal","value":"order.paid"}}}}
            """;
        var hash = new Stimulus(Event.StimulusName, "order.paid").Hash;

        await _catalog.PublishAsync(Json, default);
        await _catalog.PublishAsync(Json, default);
        await _catalog.PublishAsync(
            Json.Replace("\"root\"", "\"name\":\"renamed\",\"root\"", StringComparison.Ordinal),
            default
        );

        // The same document again is no new version; the changed one is the second.
        var entry = Assert.Single(_triggers.Find(hash));
        Assert.Equal((2, "e"), (entry.Graph.Version, entry.ActivityId));
        Assert.True(await _catalog.RetractAsync("d", default));
        Assert.Empty(_triggers.Find(hash));
    }

    [Fact]
    public async Task Publish_StartsAWorkflowThatIsNotPublished_Warns()
    {
        var published = await _catalog.PublishAsync(
            """{"definitionId":"d","root":{"id":"x","type":"Elsa.DispatchWorkflow","version":1,"workflowDefinitionId":{"expression":{"type":"Literal","value":"ghost"}}}}""",
            default
        );

        Assert.True(published.IsPublished);
        Assert.Equal([WorkflowCodes.UnknownWorkflow], published.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public async Task SaveDraft_AmongManyPublishedWorkflows_ReadsNoneOfThem()
    {
        var store = new RecordingDefinitionStore();
        var catalog = new DefinitionCatalog(
            store,
            new WorkflowValidator(new WorkflowCompiler()),
            new FakeTimeProvider(Sample.Noon)
        );
        foreach (var id in new[] { "a", "b", "c" })
        {
            await catalog.PublishAsync(Document(id).Replace("\"d\"", $"\"{id}\"", StringComparison.Ordinal), default);
        }

        store.Read.Clear();
        await catalog.SaveDraftAsync(Document("one"), null, default);

        Assert.Equal(["d"], store.Read);
    }

    private static string Document(string text) =>
        """{"definitionId":"d","version":1,"root":{"id":"w","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"TEXT"}}}}""".Replace(
            "TEXT",
            text,
            StringComparison.Ordinal
        );
}
