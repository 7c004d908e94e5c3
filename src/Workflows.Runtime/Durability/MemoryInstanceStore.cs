using System.Collections.Concurrent;
using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>
/// Keeps live instances and their work in memory, nothing serialised: for back-tests, single runs and benchmarks.
/// Partitions are independent, so several can be worked on at once. It keeps no messages and does not refuse an effect's
/// second key: whoever watches the commits does what has to be done with effects.
/// </summary>
/// <param name="committed">Sees every commit, in no order between partitions and on many threads; null for nobody.</param>
public sealed class MemoryInstanceStore(Action<WorkCommit>? committed = null) : IInstanceStore
{
    private readonly MemoryPartition[] _partitions =
    [
        .. Enumerable.Range(0, Partitions.Count).Select(_ => new MemoryPartition()),
    ];
    private readonly ConcurrentDictionary<Guid, (WorkflowInstance Instance, int Revision)> _instances = new();
    private readonly ConcurrentDictionary<(int Tenant, string Key), OccasionFired> _fired = new();
    private readonly ConcurrentQueue<DeadWorkItem> _dead = new();
    private readonly MemoryLeases _leases = new();
    private long _lastId;

    /// <summary>All instances, finished ones included, in no order.</summary>
    public IEnumerable<WorkflowInstance> Instances => _instances.Values.Select(stored => stored.Instance);

    /// <summary>The occasions that were decided upon, in no order.</summary>
    public IEnumerable<OccasionFired> Occasions => _fired.Values;

    /// <summary>Work that failed.</summary>
    public IReadOnlyCollection<DeadWorkItem> Dead => _dead;

    /// <inheritdoc/>
    public Task<IReadOnlyList<PartitionLease>> LeaseAsync(
        Guid owner,
        DateTimeOffset now,
        TimeSpan duration,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<PartitionLease>>(_leases.Lease(owner, now, duration));

    /// <inheritdoc/>
    public Task ReleaseAsync(Guid owner, CancellationToken cancellationToken)
    {
        _leases.Release(owner);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task EnqueueAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
        {
            var partition = _partitions[item.Partition];
            lock (partition.Gate)
            {
                partition.Enqueue(item with { Id = NextId() });
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItem>> TakeAsync(
        PartitionSet partitions,
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    )
    {
        var items = new List<WorkItem>();
        foreach (var number in partitions)
        {
            var partition = _partitions[number];
            lock (partition.Gate)
            {
                items.AddRange(partition.Due(now).Take(count - items.Count));
            }
        }

        return Task.FromResult<IReadOnlyList<WorkItem>>(items);
    }

    /// <inheritdoc/>
    public Task<LoadedInstances> LoadAsync(InstanceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = new Dictionary<Guid, WorkflowInstance>();
        foreach (var id in request.Instances)
        {
            if (_instances.TryGetValue(id, out var stored))
            {
                found[id] = stored.Instance;
            }
        }

        foreach (var subject in request.Subjects)
        {
            var partition = _partitions[Partitions.Of(subject)];
            lock (partition.Gate)
            {
                foreach (var instance in partition.Active(subject))
                {
                    found[instance.Id] = instance;
                }
            }
        }

        return Task.FromResult(new LoadedInstances(found.Values, Histories(request.Histories)));
    }

    /// <inheritdoc/>
    public Task<CommitOutcome> CommitAsync(WorkCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var stale = _leases.Stale(commit.Leases);
        if (!stale.IsEmpty)
        {
            return Task.FromResult<CommitOutcome>(new CommitOutcome.StaleLease(stale));
        }

        var touched = Touched(commit);
        Enter(touched);
        try
        {
            if (Collisions(commit) is { Count: > 0 } collisions)
            {
                return Task.FromResult<CommitOutcome>(
                    new CommitOutcome.Conflict(collisions, "An item or an instance was changed meanwhile.")
                );
            }

            Apply(commit);
        }
        finally
        {
            Exit(touched);
        }

        committed?.Invoke(commit);
        return Task.FromResult<CommitOutcome>(CommitOutcome.Committed.Instance);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingInstance>> FindWaitingAsync(
        int tenant,
        Guid hash,
        string? correlationId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        var waiting = new List<WorkflowInstance>();
        foreach (var partition in _partitions)
        {
            lock (partition.Gate)
            {
                waiting.AddRange(
                    partition
                        .Waiting(hash, after ?? Guid.Empty)
                        .Where(instance =>
                            correlationId is null
                            || string.Equals(instance.CorrelationId, correlationId, StringComparison.Ordinal)
                        )
                        .Take(count)
                );
            }
        }

        return Task.FromResult<IReadOnlyList<WaitingInstance>>([
            .. waiting
                .OrderBy(instance => instance.Id)
                .Take(count)
                .Select(instance => new WaitingInstance(instance.Id, instance.Subject)),
        ]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<string>> FindFiredAsync(
        int tenant,
        string definitionId,
        string activityId,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyCollection<string>>([
            .. _fired
                .Where(row =>
                    row.Key.Tenant == tenant
                    && string.Equals(row.Value.DefinitionId, definitionId, StringComparison.Ordinal)
                    && string.Equals(row.Value.ActivityId, activityId, StringComparison.Ordinal)
                    && keys.Contains(row.Value.Occasion.Key, StringComparer.Ordinal)
                )
                .Select(row => row.Value.Occasion.Key),
        ]);

    /// <summary>The first item of a partition if it is due.</summary>
    internal WorkItem? First(short partition, DateTimeOffset now)
    {
        lock (_partitions[partition].Gate)
        {
            return _partitions[partition].First(now);
        }
    }

    private static PartitionSet Touched(WorkCommit commit)
    {
        var touched = PartitionSet.None;
        foreach (var item in commit.Done)
        {
            touched = touched.With(item.Partition);
        }

        foreach (var item in commit.Enqueued)
        {
            touched = touched.With(item.Partition);
        }

        foreach (var change in commit.Instances)
        {
            touched = touched.With(Partitions.Of(change.Instance.Subject));
        }

        touched = touched.Union(PartitionSet.Of(commit.Failed.Select(item => item.Partition)));
        return touched.Union(PartitionSet.Of(commit.Dead.Select(dead => dead.Item.Partition)));
    }

    // Always in ascending order, so that commits over several partitions cannot lock each other out.
    private void Enter(PartitionSet partitions)
    {
        foreach (var partition in partitions)
        {
            _partitions[partition].Gate.Enter();
        }
    }

    private void Exit(PartitionSet partitions)
    {
        foreach (var partition in partitions)
        {
            _partitions[partition].Gate.Exit();
        }
    }

    private HashSet<Guid> Collisions(WorkCommit commit)
    {
        var subjects = new HashSet<Guid>();
        foreach (var item in commit.Done)
        {
            if (!_partitions[item.Partition].Contains(item))
            {
                subjects.Add(item.Subject);
            }
        }

        foreach (var change in commit.Instances)
        {
            var revision = _instances.TryGetValue(change.Instance.Id, out var stored) ? stored.Revision : 0;
            if (revision != change.LoadedRevision)
            {
                subjects.Add(change.Instance.Subject);
            }
        }

        // Claimed at once: the same occasion may come from two partitions. A claim whose commit is refused is given back.
        var claimed = new List<(int, string)>();
        foreach (var (tenant, subject, effect) in commit.Effects)
        {
            if (effect is not OccasionFired fired)
            {
                continue;
            }

            if (_fired.TryAdd((tenant, fired.Key), fired))
            {
                claimed.Add((tenant, fired.Key));
            }
            else
            {
                subjects.Add(subject);
            }
        }

        if (subjects.Count > 0)
        {
            claimed.ForEach(key => _fired.TryRemove(key, out _));
        }

        return subjects;
    }

    private void Apply(WorkCommit commit)
    {
        foreach (var item in commit.Done)
        {
            _partitions[item.Partition].Remove(item);
        }

        foreach (var item in commit.Failed)
        {
            _partitions[item.Partition].Replace(item);
        }

        foreach (var dead in commit.Dead)
        {
            _partitions[dead.Item.Partition].Remove(dead.Item);
            _dead.Enqueue(dead);
        }

        foreach (var change in commit.Instances)
        {
            _instances[change.Instance.Id] = (change.Instance, change.Instance.Revision);
            _partitions[Partitions.Of(change.Instance.Subject)].Apply(change, NextId);
        }

        foreach (var item in commit.Enqueued)
        {
            _partitions[item.Partition].Enqueue(item with { Id = NextId() });
        }
    }

    private HashSet<(Guid Subject, string DefinitionId)> Histories(IReadOnlyCollection<Guid> subjects)
    {
        var histories = new HashSet<(Guid, string)>();
        foreach (var subject in subjects)
        {
            var partition = _partitions[Partitions.Of(subject)];
            lock (partition.Gate)
            {
                histories.UnionWith(partition.Histories(subject));
            }
        }

        return histories;
    }

    private long NextId() => Interlocked.Increment(ref _lastId);
}
