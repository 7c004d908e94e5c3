using System.Collections.Concurrent;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>
/// Runs batches of work items: loads what they need, runs the turns in memory, subject by subject, and writes all of
/// them in one commit. A subject whose turns lose a race is left out and redone with a later batch.
/// </summary>
public sealed class InstanceRunner
{
    /// <summary>How often an item may fail before it is taken out of the queue.</summary>
    public const int MaxAttempts = 5;

    /// <summary>How often a subject's turns may collide before that counts as a failure of its item.</summary>
    private const int MaxCollisions = 3;

    private readonly ConcurrentDictionary<Guid, int> _collisions = new();
    private readonly IInstanceStore _store;
    private readonly ISubjectSource? _subjects;
    private readonly TriggerIndex _triggers;
    private readonly TurnExecutor _executor;
    private readonly int _maxAttempts;

    internal IServiceProvider? Services { get; }

    /// <summary>Creates a runner.</summary>
    /// <param name="store">Where instances and work are.</param>
    /// <param name="engine">What runs an instance.</param>
    /// <param name="catalog">The published workflows.</param>
    /// <param name="triggers">What stimuli start.</param>
    /// <param name="subjects">Loads what instances are about; null where they are about nothing but themselves.</param>
    public InstanceRunner(
        IInstanceStore store,
        WorkflowRunner engine,
        DefinitionCatalog catalog,
        TriggerIndex triggers,
        ISubjectSource? subjects = null
    )
    {
        _store = store;
        _triggers = triggers;
        _subjects = subjects;
        Services = engine.Services;
        _executor = new TurnExecutor(store, engine, catalog, triggers);

        // Live objects cannot be put back to before a failure, so a second attempt would start from a half-done first.
        _maxAttempts = store is MemoryInstanceStore ? 1 : MaxAttempts;
    }

    /// <summary>Runs a batch and commits it.</summary>
    /// <param name="items">Work items, those of a subject in the order they have to run.</param>
    /// <param name="leases">The leases of the items' partitions.</param>
    /// <param name="now">The time of the turns.</param>
    /// <param name="cancellationToken">Ends the batch; nothing is written then.</param>
    public async Task<BatchResult> RunAsync(
        IReadOnlyList<WorkItem> items,
        IReadOnlyCollection<PartitionLease> leases,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var held = new HashSet<Guid>();
        while (true)
        {
            var batch = await RunTurnsAsync(items, held, now, cancellationToken);
            var draft = Draft(batch, now);
            if (draft.IsEmpty)
            {
                return BatchResult.Nothing;
            }

            switch (await _store.CommitAsync(draft.Under(leases), cancellationToken))
            {
                case CommitOutcome.Committed:
                    Forget(batch);
                    return Result(draft);
                case CommitOutcome.StaleLease stale:
                    return BatchResult.Nothing with { Stale = stale.Partitions };
                case CommitOutcome.Conflict conflict:
                    Hold(conflict, held);
                    break;
            }
        }
    }

    private async Task<List<SubjectWork>> RunTurnsAsync(
        IReadOnlyList<WorkItem> items,
        HashSet<Guid> held,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var batch = new Dictionary<Guid, List<WorkItem>>();
        foreach (var item in items)
        {
            if (!held.Contains(item.Subject))
            {
                (batch.TryGetValue(item.Subject, out var own) ? own : batch[item.Subject] = []).Add(item);
            }
        }

        var loaded = await _store.LoadAsync(RequestFor(batch.Values), cancellationToken);
        var works = await OpenAsync(batch, cancellationToken);
        foreach (var instance in loaded.Instances)
        {
            works.GetValueOrDefault(instance.Subject)?.Load(instance);
        }

        foreach (var (subject, reason) in loaded.Unreadable)
        {
            works.GetValueOrDefault(subject)?.Fail(batch[subject][0], reason);
        }

        foreach (var work in works.Values.Where(work => work.Failed is null))
        {
            var turn = new Turn(now, work.Subject, cancellationToken);
            await RunTurnsAsync(batch[work.Id], work, loaded.Histories, turn);
        }

        return [.. works.Values];
    }

    private async ValueTask RunTurnsAsync(
        List<WorkItem> items,
        SubjectWork work,
        IReadOnlySet<(Guid Subject, string DefinitionId)> histories,
        Turn turn
    )
    {
        foreach (var item in items)
        {
            if (_collisions.TryGetValue(work.Id, out var collisions) && collisions >= MaxCollisions)
            {
                work.Fail(item, new InvalidOperationException("The commit of its turns was refused again and again."));
                return;
            }

            try
            {
                await _executor.RunAsync(item, work, histories, turn);
                work.Finish(item);
            }
            catch (Exception failure) when (!turn.CancellationToken.IsCancellationRequested)
            {
                // The one place where a defect of the engine or of an activity ends: it must not end the loop.
                work.Fail(item, failure);
                return;
            }
        }
    }

    private async ValueTask<Dictionary<Guid, SubjectWork>> OpenAsync(
        Dictionary<Guid, List<WorkItem>> batch,
        CancellationToken cancellationToken
    )
    {
        var works = new Dictionary<Guid, SubjectWork>(batch.Count);
        foreach (var tenant in batch.Values.GroupBy(items => items[0].Tenant, items => items[0].Subject))
        {
            Guid[] ids = [.. tenant];
            var known = _subjects is null ? null : await _subjects.LoadAsync(tenant.Key, ids, cancellationToken);
            foreach (var id in ids)
            {
                works.Add(id, new SubjectWork(tenant.Key, id, known?.GetValueOrDefault(id)));
            }
        }

        return works;
    }

    private InstanceRequest RequestFor(IEnumerable<List<WorkItem>> batch)
    {
        List<Guid> instances = [];
        List<Guid> subjects = [];
        List<Guid> histories = [];
        foreach (var items in batch)
        {
            var wholeSubject = false;
            var history = false;
            foreach (var item in items)
            {
                if (item.InstanceId is { } id)
                {
                    instances.Add(id);
                }

                wholeSubject |= item.Kind is WorkKind.Stimulus or WorkKind.Start;
                history |= item.Payload is SubjectStimulus { Stimulus: var stimulus } && AsksForHistory(stimulus);
            }

            if (wholeSubject)
            {
                subjects.Add(items[0].Subject);
            }

            if (history)
            {
                histories.Add(items[0].Subject);
            }
        }

        return new InstanceRequest(instances, subjects, histories);
    }

    private bool AsksForHistory(Stimulus stimulus) =>
        _triggers.Find(stimulus.Hash).Any(entry => entry.Graph.Entry.Reentry == Reentry.Never);

    private CommitDraft Draft(List<SubjectWork> batch, DateTimeOffset now)
    {
        var draft = new CommitDraft();
        foreach (var work in batch)
        {
            if (work.Failed is not { } failed)
            {
                work.AddTo(draft);
            }
            else if (failed.Attempt + 1 < _maxAttempts)
            {
                // What ran before it is dropped too and redone: a turn may have left its instance half-changed.
                draft.Failed.Add(failed with { Attempt = failed.Attempt + 1 });
            }
            else
            {
                draft.Dead.Add(
                    new DeadWorkItem(failed with { Attempt = failed.Attempt + 1 }, now, Explain(work.Failure))
                );
            }
        }

        return draft;
    }

    private static string Explain(Exception? failure)
    {
        var text = $"{failure?.GetType().Name}: {failure?.Message}";
        return text.Length <= 2000 ? text : text[..2000];
    }

    private static BatchResult Result(CommitDraft draft) =>
        new(
            draft.Done.Count,
            draft.Journal.Count,
            draft.Failed.Count + draft.Dead.Count,
            PartitionSet.Of(draft.Enqueued.Select(item => item.Partition)),
            PartitionSet.None
        );

    private void Forget(List<SubjectWork> batch)
    {
        if (!_collisions.IsEmpty)
        {
            batch.ForEach(work => _collisions.TryRemove(work.Id, out _));
        }
    }

    private void Hold(CommitOutcome.Conflict conflict, HashSet<Guid> held)
    {
        foreach (var subject in conflict.Subjects)
        {
            held.Add(subject);
            _collisions.AddOrUpdate(subject, 1, (_, count) => count + 1);
        }
    }
}
