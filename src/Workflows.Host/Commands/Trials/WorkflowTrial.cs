using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.Commands.Trials;

/// <summary>
/// Runs instances in memory: children are started, events are delivered, and what would leave the process is noted instead.
/// Waiting for a time can be skipped.
/// </summary>
internal sealed class WorkflowTrial(TrialDefinitions definitions, WorkflowRunner runner, DateTimeOffset now)
{
    private const int MostBursts = 10_000;

    private readonly TriggerIndex _triggers = new();
    private readonly Queue<Effect> _effects = [];
    private readonly List<Stimulus> _unmatched = [];
    private readonly List<TrialInstance> _instances = [];
    private DateTimeOffset _now = now;
    private bool _isIndexed;
    private int _bursts;

    /// <summary>The instances, in the order in which they began.</summary>
    public IReadOnlyList<TrialInstance> Instances => _instances;

    /// <summary>What all of them wrote, in order.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>What would have left the process, in order.</summary>
    public List<Effect> Outside { get; } = [];

    public async Task StartAsync(WorkflowGraph graph, StartOptions options, CancellationToken cancellationToken)
    {
        await BeginAsync(graph, options, cancellationToken);
        await SettleAsync(cancellationToken);
    }

    /// <summary>Delivers an event to whoever waits for it, or will.</summary>
    public async Task PublishAsync(string name, object? payload, CancellationToken cancellationToken)
    {
        var stimulus = new Stimulus(Event.StimulusName, name, payload);
        if (await WakeAsync(stimulus, onlyFirst: false, cancellationToken) == 0)
        {
            _unmatched.Add(stimulus);
        }

        await SettleAsync(cancellationToken);
    }

    /// <summary>Lets time pass until nobody waits for a time any more.</summary>
    public async Task SkipTimersAsync(CancellationToken cancellationToken)
    {
        while (NextDue() is { } next)
        {
            _now = next.Bookmark.DueAt > _now ? next.Bookmark.DueAt.Value : _now;
            await ResumeAsync(next.Instance, next.Bookmark, ResumeOptions.None, cancellationToken);
            await SettleAsync(cancellationToken);
        }
    }

    private (TrialInstance Instance, Bookmark Bookmark)? NextDue() =>
        _instances
            .Where(instance => instance.State.Status == WorkflowStatus.Running)
            .SelectMany(instance => instance.State.Bookmarks.Select(bookmark => (instance, bookmark)))
            .Where(waiting => waiting.bookmark.DueAt is not null)
            .OrderBy(waiting => waiting.bookmark.DueAt)
            .Select(waiting => ((TrialInstance, Bookmark)?)waiting)
            .FirstOrDefault();

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        do
        {
            while (_effects.TryDequeue(out var effect))
            {
                await DoAsync(effect, cancellationToken);
            }
        } while (await MeetAsync(cancellationToken));
    }

    /// <summary>An event that met nobody waits for whoever comes to wait for it.</summary>
    private async Task<bool> MeetAsync(CancellationToken cancellationToken)
    {
        foreach (var stimulus in _unmatched)
        {
            if (await WakeAsync(stimulus, onlyFirst: true, cancellationToken) > 0)
            {
                _unmatched.Remove(stimulus);
                return true;
            }
        }

        return false;
    }

    private async Task DoAsync(Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case PublishStimulus publish:
                await RouteAsync(publish.Stimulus, cancellationToken);
                break;
            case DispatchWorkflow dispatch:
                await DispatchAsync(dispatch, cancellationToken);
                break;
            case ResumeInstance resume:
                await ReportAsync(resume.InstanceId, resume.BookmarkId, resume.Payload, cancellationToken);
                break;
            default:
                Outside.Add(effect);
                break;
        }
    }

    private async Task RouteAsync(Stimulus stimulus, CancellationToken cancellationToken)
    {
        Index();
        foreach (var entry in _triggers.Find(stimulus.Hash))
        {
            var options = new StartOptions
            {
                InstanceId = Guid.CreateVersion7(_now),
                CorrelationId = stimulus.CorrelationId,
                TriggerActivityId = entry.ActivityId,
                StimulusPayload = stimulus.Payload,
            };
            await BeginAsync(entry.Graph, options, cancellationToken);
        }

        if (await WakeAsync(stimulus, onlyFirst: false, cancellationToken) == 0)
        {
            _unmatched.Add(stimulus);
        }
    }

    private void Index()
    {
        if (!_isIndexed)
        {
            _isIndexed = true;
            foreach (var graph in definitions.Graphs)
            {
                _triggers.Replace(graph);
            }
        }
    }

    private async Task DispatchAsync(DispatchWorkflow dispatch, CancellationToken cancellationToken)
    {
        if (definitions.Find(dispatch.DefinitionId) is { } graph)
        {
            var options = new StartOptions
            {
                InstanceId = dispatch.InstanceId,
                Subject = dispatch.Subject,
                Input = dispatch.Input,
                CorrelationId = dispatch.CorrelationId,
                Parent = dispatch.Parent,
            };
            await BeginAsync(graph, options, cancellationToken);
        }
        else if (dispatch.Parent is { } parent)
        {
            var refusal = new ChildReport(
                dispatch.InstanceId,
                default,
                default,
                new Dictionary<string, object?>(StringComparer.Ordinal),
                $"There is no workflow '{dispatch.DefinitionId}' beside the file that is run; name its file with --with."
            );
            await ReportAsync(parent.InstanceId, parent.BookmarkId, refusal, cancellationToken);
        }
        else
        {
            Outside.Add(dispatch);
        }
    }

    private async Task ReportAsync(
        Guid instanceId,
        int bookmarkId,
        object? payload,
        CancellationToken cancellationToken
    )
    {
        if (
            _instances.Find(one => one.State.Id == instanceId) is { } instance
            && instance.State.Bookmarks.FirstOrDefault(one => one.Id == bookmarkId) is { } bookmark
        )
        {
            await ResumeAsync(instance, bookmark, new ResumeOptions { StimulusPayload = payload }, cancellationToken);
        }
    }

    private async Task<int> WakeAsync(Stimulus stimulus, bool onlyFirst, CancellationToken cancellationToken)
    {
        var waiting = _instances
            .Where(instance => instance.State.Status == WorkflowStatus.Running)
            .Where(instance =>
                stimulus.CorrelationId is null
                || string.Equals(instance.State.CorrelationId, stimulus.CorrelationId, StringComparison.Ordinal)
            )
            .SelectMany(instance => instance.State.Bookmarks.Select(bookmark => (instance, bookmark)))
            .Where(one => one.bookmark.Hash == stimulus.Hash)
            .Take(onlyFirst ? 1 : int.MaxValue)
            .ToList();
        foreach (var (instance, bookmark) in waiting)
        {
            var options = new ResumeOptions { StimulusPayload = stimulus.Payload };
            await ResumeAsync(instance, bookmark, options, cancellationToken);
        }

        return waiting.Count;
    }

    private async Task BeginAsync(WorkflowGraph graph, StartOptions options, CancellationToken cancellationToken)
    {
        Count();
        var burst = await runner.StartAsync(graph, options, new Turn(_now, CancellationToken: cancellationToken));
        var instance = new TrialInstance(burst.Instance);
        _instances.Add(instance);
        Keep(instance, burst);
    }

    private async Task ResumeAsync(
        TrialInstance instance,
        Bookmark bookmark,
        ResumeOptions options,
        CancellationToken cancellationToken
    )
    {
        Count();
        var turn = new Turn(_now, CancellationToken: cancellationToken);
        Keep(instance, await runner.ResumeAsync(instance.State, bookmark.Id, options, turn));
    }

    private void Keep(TrialInstance instance, Burst burst)
    {
        instance.Add(burst);
        Lines.AddRange(burst.Lines);
        foreach (var effect in burst.Effects)
        {
            _effects.Enqueue(effect);
        }
    }

    private void Count()
    {
        if (++_bursts > MostBursts)
        {
            throw new BadInputException(
                $"{definitions.Path}: after {MostBursts:N0} turns the workflow still goes on; it does not seem to end."
            );
        }
    }
}
