using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>One partition of a <see cref="MemoryInstanceStore"/>; its lock guards everything in it.</summary>
internal sealed class MemoryPartition
{
    private static readonly Comparer<WorkItem> InOrder = Comparer<WorkItem>.Create(
        (one, other) =>
        {
            var byTime = one.DueAt.UtcTicks.CompareTo(other.DueAt.UtcTicks);
            return byTime != 0 ? byTime : one.Id.CompareTo(other.Id);
        }
    );

    private readonly SortedSet<WorkItem> _queue = new(InOrder);
    private readonly Dictionary<(Guid Instance, int Bookmark), WorkItem> _timers = [];
    private readonly Dictionary<Guid, List<WorkflowInstance>> _active = [];
    private readonly Dictionary<Guid, HashSet<(Guid Subject, string DefinitionId)>> _histories = [];
    private readonly Dictionary<Guid, SortedDictionary<Guid, WorkflowInstance>> _waiting = [];

    public Lock Gate { get; } = new();

    public void Enqueue(WorkItem item)
    {
        if (item.Kind != WorkKind.Timer || _timers.TryAdd((item.InstanceId!.Value, item.BookmarkId!.Value), item))
        {
            _queue.Add(item);
        }
    }

    public bool Contains(WorkItem item) => _queue.Contains(item);

    public void Remove(WorkItem item)
    {
        _queue.Remove(item);
        if (item.Kind == WorkKind.Timer)
        {
            _timers.Remove((item.InstanceId!.Value, item.BookmarkId!.Value));
        }
    }

    public void Replace(WorkItem item)
    {
        Remove(item);
        Enqueue(item);
    }

    /// <summary>The first item if it is due.</summary>
    public WorkItem? First(DateTimeOffset now) => _queue.Min is { } first && first.DueAt <= now ? first : null;

    public IEnumerable<WorkItem> Due(DateTimeOffset now) => _queue.TakeWhile(item => item.DueAt <= now);

    public IEnumerable<WorkflowInstance> Active(Guid subject) =>
        _active.TryGetValue(subject, out var instances) ? instances : [];

    public IEnumerable<(Guid Subject, string DefinitionId)> Histories(Guid subject) =>
        _histories.TryGetValue(subject, out var histories) ? histories : [];

    public IEnumerable<WorkflowInstance> Waiting(Guid hash, Guid after) =>
        _waiting.TryGetValue(hash, out var instances)
            ? instances.Where(pair => pair.Key.CompareTo(after) > 0).Select(pair => pair.Value)
            : [];

    public void Apply(InstanceChange change, Func<long> nextId)
    {
        var instance = change.Instance;
        if (change.LoadedRevision == 0)
        {
            Add(instance);
        }

        var active = _active.TryGetValue(instance.Subject, out var own) ? own : _active[instance.Subject] = [];
        if (instance.Status == WorkflowStatus.Finished)
        {
            active.Remove(instance);
        }
        else if (!active.Contains(instance))
        {
            // It was over, and an operator brought it back to life.
            active.Add(instance);
        }

        foreach (var hash in change.RemovedHashes)
        {
            _waiting.GetValueOrDefault(hash)?.Remove(instance.Id);
        }

        foreach (var hash in change.AddedHashes)
        {
            (_waiting.TryGetValue(hash, out var waiting) ? waiting : _waiting[hash] = []).Add(instance.Id, instance);
        }

        foreach (var bookmark in change.RemovedTimers)
        {
            if (_timers.Remove((instance.Id, bookmark.Id), out var timer))
            {
                _queue.Remove(timer);
            }
        }

        foreach (var bookmark in change.AddedTimers)
        {
            Enqueue(change.TimerOf(bookmark) with { Id = nextId() });
        }
    }

    private void Add(WorkflowInstance instance)
    {
        (_active.TryGetValue(instance.Subject, out var active) ? active : _active[instance.Subject] = []).Add(instance);
        (
            _histories.TryGetValue(instance.Subject, out var histories) ? histories : _histories[instance.Subject] = []
        ).Add((instance.Subject, instance.Graph.DefinitionId));
    }
}
