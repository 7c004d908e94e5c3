using System.Buffers;
using System.Text.Json;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Json;
using Workflows.Runtime.Triggers;

namespace Workflows.Conformance.Elsa;

/// <summary>
/// A host in memory, as the recordings' environment describes it: a fixed clock, everything asked for outside done at once after the step,
/// events that meet nobody kept until somebody waits for them. Every instance goes through its stored form after each burst.
/// </summary>
internal sealed class World(FlowchartMode flowcharts)
{
    private static readonly Turn Now = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly WorkflowCompiler _compiler = new(
        new ActivityCatalog([typeof(World).Assembly]),
        flowcharts: flowcharts
    );
    private readonly WorkflowRunner _runner = new();
    private readonly TriggerIndex _triggers = new();
    private readonly Dictionary<string, WorkflowGraph> _graphs = new(StringComparer.Ordinal);
    private readonly List<WorkflowDefinition> _definitions = [];
    private readonly List<WorkflowInstance> _instances = [];
    private readonly List<Stimulus> _unmatched = [];
    private readonly Queue<Effect> _effects = [];
    private int _created;

    public List<string> Lines { get; } = [];

    /// <summary>What happened in the step, by instance.</summary>
    public List<Burst> Bursts { get; } = [];

    public IReadOnlyList<WorkflowInstance> Instances => _instances;

    /// <summary>Reads and publishes a definition; false when it cannot be used.</summary>
    public bool Load(JsonElement document)
    {
        if (ElsaReader.Read(document).Definition is not { } definition)
        {
            return false;
        }
        if (_compiler.Compile(definition, new EmbeddedWorkflows(_definitions)).Graph is not { } graph)
        {
            return false;
        }
        _definitions.Add(definition);
        _graphs[definition.DefinitionId] = graph;
        _triggers.Replace(graph);
        return true;
    }

    public void BeginStep()
    {
        Lines.Clear();
        Bursts.Clear();
    }

    public async Task<Guid> RunAsync(string definitionId, JsonElement options, JsonElement input)
    {
        var start = new StartOptions
        {
            InstanceId = NextId(),
            Input = Map(input),
            CorrelationId = Text(options, "correlationId"),
            Name = Text(options, "name"),
            TriggerActivityId = Text(options, "triggerActivityId"),
        };
        await StartAsync(_graphs[definitionId], start);
        await SettleAsync();
        return start.InstanceId;
    }

    public async Task PublishAsync(JsonElement step)
    {
        var payload = step.TryGetProperty("payload", out var given)
            ? PlainJson.ToPlain(given)
            : new Dictionary<string, object?>(StringComparer.Ordinal);
        await RouteAsync(new Stimulus(Event.StimulusName, Text(step, "name"), payload, Text(step, "correlationId")));
        await SettleAsync();
    }

    public async Task<bool> ResumeAsync(Guid instanceId, JsonElement step)
    {
        var instance = Find(instanceId)!;
        var index = step.TryGetProperty("index", out var number) ? number.GetInt32() : 0;
        var matches = instance
            .Bookmarks.Where(bookmark => Matches(bookmark, Text(step, "name"), Text(step, "activityId")))
            .ToList();
        if (instance.Status == WorkflowStatus.Finished || index >= matches.Count)
        {
            return false;
        }
        await ResumeAsync(
            instance,
            matches[index].Id,
            new ResumeOptions { Input = Map(step.TryGetProperty("input", out var input) ? input : default) }
        );
        await SettleAsync();
        return true;
    }

    public async Task ReportTaskAsync(Guid instanceId, JsonElement step)
    {
        var activityId = Text(step, "activityId");
        if (
            Find(instanceId)!
                .Bookmarks.FirstOrDefault(bookmark =>
                    string.Equals(bookmark.ActivityId, activityId, StringComparison.Ordinal)
                ) is
            { } bookmark
        )
        {
            var result = step.TryGetProperty("result", out var given) ? PlainJson.ToPlain(given) : null;
            await ResumeAsync(Find(instanceId)!, bookmark.Id, new ResumeOptions { StimulusPayload = result });
        }
        await SettleAsync();
    }

    public async Task CancelAsync(Guid instanceId)
    {
        Keep(_runner.Cancel(Find(instanceId)!, Now));
        await SettleAsync();
    }

    public WorkflowInstance? Find(Guid instanceId) => _instances.Find(instance => instance.Id == instanceId);

    private static bool Matches(Bookmark bookmark, string? name, string? activityId)
    {
        var own =
            bookmark.Payload is IDictionary<string, object?> payload && payload.TryGetValue("name", out var value)
                ? value as string
                : null;
        return (name is null || string.Equals(own ?? bookmark.Name, name, StringComparison.Ordinal))
            && (activityId is null || string.Equals(bookmark.ActivityId, activityId, StringComparison.Ordinal));
    }

    private async Task SettleAsync()
    {
        while (_effects.TryDequeue(out var effect))
        {
            await DoAsync(effect);
        }
        for (var index = 0; index < _unmatched.Count; index++)
        {
            if (await WakeAsync(_unmatched[index], onlyFirst: true) > 0)
            {
                _unmatched.RemoveAt(index);
                await SettleAsync();
                return;
            }
        }
    }

    private async Task DoAsync(Effect effect)
    {
        switch (effect)
        {
            case PublishStimulus publish:
                await RouteAsync(publish.Stimulus);
                break;
            case DispatchWorkflow dispatch when _graphs.TryGetValue(dispatch.DefinitionId, out var graph):
                await StartAsync(
                    graph,
                    new StartOptions
                    {
                        InstanceId = dispatch.InstanceId,
                        Subject = dispatch.Subject,
                        Input = dispatch.Input,
                        CorrelationId = dispatch.CorrelationId,
                        Parent = dispatch.Parent,
                    }
                );
                break;
            case DispatchWorkflow { Parent: { } parent } refused:
                var refusal = new ChildReport(
                    refused.InstanceId,
                    default,
                    default,
                    new Dictionary<string, object?>(StringComparer.Ordinal),
                    "There is no such workflow."
                );
                await ResumeAsync(
                    Find(parent.InstanceId)!,
                    parent.BookmarkId,
                    new ResumeOptions { StimulusPayload = refusal }
                );
                break;
            case ResumeInstance resume when Find(resume.InstanceId) is { } instance:
                await ResumeAsync(instance, resume.BookmarkId, new ResumeOptions { StimulusPayload = resume.Payload });
                break;
        }
    }

    private async Task RouteAsync(Stimulus stimulus)
    {
        foreach (var entry in _triggers.Find(stimulus.Hash))
        {
            await StartAsync(
                entry.Graph,
                new StartOptions
                {
                    InstanceId = NextId(),
                    CorrelationId = stimulus.CorrelationId,
                    TriggerActivityId = entry.ActivityId,
                    StimulusPayload = stimulus.Payload,
                }
            );
        }
        if (await WakeAsync(stimulus, onlyFirst: false) == 0)
        {
            _unmatched.Add(stimulus);
        }
    }

    private async Task<int> WakeAsync(Stimulus stimulus, bool onlyFirst)
    {
        var waiting = _instances
            .Where(instance => instance.Status == WorkflowStatus.Running)
            .Where(instance =>
                stimulus.CorrelationId is null
                || string.Equals(instance.CorrelationId, stimulus.CorrelationId, StringComparison.Ordinal)
            )
            .SelectMany(instance =>
                instance
                    .Bookmarks.Where(bookmark => bookmark.Hash == stimulus.Hash)
                    .Select(bookmark => (instance.Id, bookmark))
            )
            .Take(onlyFirst ? 1 : int.MaxValue)
            .ToList();
        foreach (var (instanceId, bookmark) in waiting)
        {
            await ResumeAsync(Find(instanceId)!, bookmark.Id, new ResumeOptions { StimulusPayload = stimulus.Payload });
        }
        return waiting.Count;
    }

    private async Task StartAsync(WorkflowGraph graph, StartOptions options) =>
        Keep(await _runner.StartAsync(graph, options, Now));

    private async Task ResumeAsync(WorkflowInstance instance, int bookmarkId, ResumeOptions options) =>
        Keep(await _runner.ResumeAsync(instance, bookmarkId, options, Now));

    private void Keep(Burst burst)
    {
        var buffer = new ArrayBufferWriter<byte>();
        InstanceSerializer.Write(burst.Instance, buffer);
        var stored = InstanceSerializer.Read(buffer.WrittenSpan, burst.Instance.Graph);
        var place = _instances.FindIndex(instance => instance.Id == stored.Id);
        if (place < 0)
        {
            _instances.Add(stored);
        }
        else
        {
            _instances[place] = stored;
        }
        Lines.AddRange(burst.Lines);
        Bursts.Add(burst);
        foreach (var effect in burst.Effects)
        {
            _effects.Enqueue(effect);
        }
    }

    private Guid NextId() => new(++_created, 0, 0, new byte[8]);

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IReadOnlyDictionary<string, object?>? Map(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? PlainJson.ToPlain(json) as Dictionary<string, object?> : null;
}
