using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Tests.Triggers;

/// <summary>One host publishes, the feed of another one follows.</summary>
public sealed class TriggerFeedTests
{
    private readonly RecordingDefinitionStore _store = new();
    private readonly FakeTimeProvider _clock = new(Sample.Noon);
    private readonly TriggerIndex _triggers = new();
    private readonly DefinitionCatalog _elsewhere;
    private readonly TriggerFeed _feed;

    public TriggerFeedTests()
    {
        _elsewhere = Catalog(triggers: null);
        _feed = new TriggerFeed(Catalog(_triggers), _triggers, _clock, NullLogger<TriggerFeed>.Instance);
    }

    [Fact]
    public async Task Refresh_OneOfManyPublishedAnew_ReadsThatOneOnly()
    {
        foreach (var id in new[] { "a", "b", "c" })
        {
            await _elsewhere.PublishAsync(StartsOn(id, "opened"), default);
        }

        await LookAsync();
        await _elsewhere.PublishAsync(StartsOn("b", "closed"), default);

        Assert.Equal(["b"], await LookAsync());
        Assert.Empty(await LookAsync());
        Assert.Equal(["a", "c"], StartedBy("opened"));
        Assert.Equal(["b"], StartedBy("closed"));
    }

    [Fact]
    public async Task Refresh_DraftSavedOnTop_ReadsNothing()
    {
        await _elsewhere.PublishAsync(StartsOn("a", "opened"), default);
        await LookAsync();

        await _elsewhere.SaveDraftAsync(StartsOn("a", "closed"), null, default);

        Assert.Empty(await LookAsync());
        Assert.Equal(["a"], StartedBy("opened"));
    }

    [Fact]
    public async Task Refresh_RetractedOrDeleted_ForgetsItsTriggers()
    {
        await _elsewhere.PublishAsync(StartsOn("a", "opened"), default);
        await _elsewhere.PublishAsync(StartsOn("b", "opened"), default);
        await _elsewhere.PublishAsync(StartsOn("c", "opened"), default);
        await LookAsync();

        await _elsewhere.RetractAsync("a", default);
        await _elsewhere.DeleteAsync("b", version: null, default);

        Assert.Empty(await LookAsync());
        Assert.Equal(["c"], StartedBy("opened"));
    }

    [Fact]
    public async Task Refresh_DeletedAndMadeAnew_TakesOverTheNewOne()
    {
        await _elsewhere.PublishAsync(StartsOn("a", "opened"), default);
        await LookAsync();

        await _elsewhere.DeleteAsync("a", version: null, default);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _elsewhere.PublishAsync(StartsOn("a", "closed"), default);
        await LookAsync();

        Assert.Empty(StartedBy("opened"));
        Assert.Equal(["a"], StartedBy("closed"));
    }

    [Fact]
    public async Task Refresh_VersionThatCannotBeCompiledHere_StartsNothingUntilItCan()
    {
        await _elsewhere.PublishAsync(StartsOn("a", "opened"), default);
        await LookAsync();
        var good = (await _store.FindPublishedAsync("a", default))!;

        // A host with another plug-in published it.
        await _store.SaveAsync(
            [
                good with
                {
                    Json = Unknown("a"),
                    Version = 2,
                    Revision = 1,
                },
                good with
                {
                    IsPublished = false,
                    Revision = 2,
                },
            ],
            default
        );
        await LookAsync();
        Assert.Empty(StartedBy("opened"));
        Assert.Empty(await LookAsync());

        await _elsewhere.PublishAsync(StartsOn("b", "closed"), default);

        Assert.Equal(["a", "b"], await LookAsync());
    }

    private DefinitionCatalog Catalog(TriggerIndex? triggers) =>
        new(_store, new WorkflowValidator(new WorkflowCompiler()), _clock, triggers);

    /// <summary>Looks once; the ids of the documents that were read for it.</summary>
    private async Task<IReadOnlyList<string>> LookAsync()
    {
        _store.Read.Clear();
        await _feed.RefreshAsync(default);
        return [.. _store.Read];
    }

    private IEnumerable<string> StartedBy(string eventName) =>
        _triggers
            .Find(new Stimulus(Event.StimulusName, eventName).Hash)
            .Select(entry => entry.Graph.DefinitionId)
            .Order(StringComparer.Ordinal);

    private static string StartsOn(string id, string eventName) =>
        $$$"""
            {"definitionId":"{{{id}}}","root":{"id":"e","type":"Elsa.Event","version":1,"customProperties":{"canStartWorkflow":true},
             "eventName":{"expression":{"type":"Literal","value":"{{{eventName}}}"}} } }
            """;

    private static string Unknown(string id) => $$"""{"definitionId":"{{id}}","root":""";
}
