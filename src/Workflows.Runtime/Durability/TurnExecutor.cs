using System.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>Runs one work item in memory: decides which instances it concerns, and has the engine run them.</summary>
internal sealed class TurnExecutor(
    IInstanceStore store,
    WorkflowRunner engine,
    DefinitionCatalog catalog,
    TriggerIndex triggers
)
{
    /// <summary>How many waiting instances a broadcast wakes in one turn.</summary>
    private const int PageSize = 1000;

    private readonly OccasionExecutor _occasions = new(store, triggers, engine.Services);

    public async ValueTask RunAsync(
        WorkItem item,
        SubjectWork work,
        IReadOnlySet<(Guid Subject, string DefinitionId)> histories,
        Turn turn
    )
    {
        if (item.Payload is UnreadableWork unreadable)
        {
            throw new InvalidDataException(unreadable.Reason);
        }

        switch (item.Kind)
        {
            case WorkKind.Timer when item.Payload is ScheduledStart schedule:
                await FireAsync(item, schedule, work, turn);
                break;
            case WorkKind.Resume when item.Payload is WakeWork wake && work.Find(item.InstanceId) is { } live:
                await WakeAsync([live], wake.Stimulus, work, turn);
                break;
            case WorkKind.Resume when item.Payload is AlterWork alter:
                await AlterAsync(item, alter, work, turn);
                break;
            case WorkKind.Start when item.Payload is ImportWork import:
                await ImportAsync(item, import, work, turn);
                break;
            case WorkKind.Timer or WorkKind.Resume or WorkKind.Retry:
                var options = item.Payload is ResumeWork resume ? resume.Options : ResumeOptions.None;
                await ResumeAsync(item, options, work, turn);
                break;
            case WorkKind.Stimulus when item.Payload is SubjectStimulus subject:
                await ReceiveAsync(item, subject.Stimulus, work, histories, turn);
                break;
            case WorkKind.Stimulus when item.Payload is BroadcastStimulus broadcast:
                await SpreadAsync(item, broadcast, work, turn);
                break;
            case WorkKind.Stimulus when item.Payload is OccasionWork spread:
                await _occasions.SpreadAsync(item, spread, work, turn);
                break;
            case WorkKind.Start when item.Payload is StartWork start:
                await StartAsync(start, work, turn);
                break;
            case WorkKind.Cancel:
                Cancel(item, work, turn);
                break;
            default:
                throw new UnreachableException($"A {item.Kind} item cannot carry {item.Payload?.GetType().Name}.");
        }
    }

    private async ValueTask ResumeAsync(WorkItem item, ResumeOptions options, SubjectWork work, Turn turn)
    {
        // An instance that is gone, or over, or waits elsewhere by now has no use for the item any more.
        if (work.Find(item.InstanceId) is { IsRunning: true } live && item.BookmarkId is { } bookmarkId)
        {
            work.Absorb(await engine.ResumeAsync(live.Instance, bookmarkId, options, turn));
        }
    }

    private async ValueTask AlterAsync(WorkItem item, AlterWork alter, SubjectWork work, Turn turn)
    {
        if (work.Find(item.InstanceId) is { } live)
        {
            work.Absorb(await engine.AlterAsync(live.Instance, alter.Alterations, turn));
        }
    }

    private async ValueTask ImportAsync(WorkItem item, ImportWork import, SubjectWork work, Turn turn)
    {
        if (work.Find(item.InstanceId) is not null)
        {
            return;
        }

        var graph =
            await catalog.GetAsync(import.DefinitionId, import.Version, turn.CancellationToken)
            ?? throw new InvalidOperationException(
                $"Version {import.Version} of the workflow '{import.DefinitionId}' is not here."
            );
        work.Absorb(engine.Adopt(InstanceSerializer.Read(import.State, graph), turn));
    }

    private async ValueTask ReceiveAsync(
        WorkItem item,
        Stimulus stimulus,
        SubjectWork work,
        IReadOnlySet<(Guid Subject, string DefinitionId)> histories,
        Turn turn
    )
    {
        work.Subject?.Receive(stimulus, work.Effects);

        // Decided before anything moves: what starts, ends or begins to wait in this turn is not touched by it again.
        List<TriggerEntry> admitted =
        [
            .. triggers
                .Find(stimulus.Hash)
                .Where(entry =>
                    entry.Admits(stimulus)
                    && Admission.AllowsReentry(
                        entry.Graph,
                        work,
                        () => histories.Contains((work.Id, entry.Graph.DefinitionId))
                    )
                )
                .DistinctBy(WayIn),
        ];
        EndWhatIsOfNoUse(stimulus, work, turn);
        await WakeAsync(work.Instances, stimulus, work, turn);
        foreach (var entry in admitted)
        {
            await StartAsync(entry.Graph, OptionsFor(entry, stimulus, item.Subject, turn.Now), work, turn);
        }
    }

    // An instance that waits for the stimulus was made for it, and decides for itself.
    private void EndWhatIsOfNoUse(Stimulus stimulus, SubjectWork work, Turn turn)
    {
        foreach (var live in work.Instances.Where(live => live.IsRunning))
        {
            if (
                !live.Instance.Bookmarks.Any(bookmark => bookmark.Hash == stimulus.Hash)
                && work.Subject?.ReasonToEnd(live.Instance, stimulus) is { } reason
            )
            {
                work.Absorb(engine.Cancel(live.Instance, turn, reason));
            }
        }
    }

    // One stimulus lets a subject into a journey once, by whichever of its triggers, unless it may be in it any number of times.
    private static (string DefinitionId, string? ActivityId) WayIn(TriggerEntry entry) =>
        (entry.Graph.DefinitionId, entry.Graph.Entry.Reentry == Reentry.Always ? entry.ActivityId : null);

    private async ValueTask WakeAsync(
        IReadOnlyCollection<LiveInstance> instances,
        Stimulus stimulus,
        SubjectWork work,
        Turn turn
    )
    {
        foreach (var (instance, bookmarkId) in Waiting(instances, stimulus))
        {
            var options = new ResumeOptions { Input = stimulus.Input, StimulusPayload = stimulus.Payload };
            work.Absorb(await engine.ResumeAsync(instance, bookmarkId, options, turn));
        }
    }

    private static List<(WorkflowInstance Instance, int BookmarkId)> Waiting(
        IReadOnlyCollection<LiveInstance> instances,
        Stimulus stimulus
    )
    {
        var waiting = new List<(WorkflowInstance, int)>();
        foreach (var live in instances)
        {
            if (!live.IsRunning || !IsMeant(live.Instance, stimulus))
            {
                continue;
            }

            foreach (var bookmark in live.Instance.Bookmarks)
            {
                if (bookmark.Hash == stimulus.Hash)
                {
                    waiting.Add((live.Instance, bookmark.Id));
                }
            }
        }

        return waiting;
    }

    private static bool IsMeant(WorkflowInstance instance, Stimulus stimulus) =>
        stimulus.CorrelationId is not { } id || string.Equals(instance.CorrelationId, id, StringComparison.Ordinal);

    private async ValueTask SpreadAsync(WorkItem item, BroadcastStimulus broadcast, SubjectWork work, Turn turn)
    {
        var stimulus = broadcast.Stimulus;
        if (broadcast.After is null)
        {
            foreach (var entry in triggers.Find(stimulus.Hash).Where(entry => entry.Admits(stimulus)))
            {
                var options = OptionsFor(entry, stimulus, Guid.Empty, turn.Now);
                work.Enqueue(StartWork.Item(item.Tenant, entry.Graph, options, turn.Now));
            }
        }

        var page = await store.FindWaitingAsync(
            item.Tenant,
            stimulus.Hash,
            stimulus.CorrelationId,
            broadcast.After,
            PageSize,
            turn.CancellationToken
        );
        foreach (var waiting in page)
        {
            work.Enqueue(WakeWork.Item(item.Tenant, waiting, stimulus, turn.Now));
        }

        if (page.Count == PageSize)
        {
            var rest = broadcast with { After = page[^1].InstanceId };
            work.Enqueue(item with { Id = 0, Attempt = 0, Payload = rest });
        }
    }

    private async ValueTask StartAsync(StartWork start, SubjectWork work, Turn turn)
    {
        if (work.Find(start.Options.InstanceId) is not null)
        {
            return;
        }

        var graph =
            (
                start.Version is { } version
                    ? await catalog.GetAsync(start.DefinitionId, version, turn.CancellationToken)
                    : await catalog.GetPublishedAsync(start.DefinitionId, turn.CancellationToken)
            ) ?? throw new InvalidOperationException($"Workflow '{start.DefinitionId}' is not published.");
        await StartAsync(graph, start.Options, work, turn);
    }

    private async ValueTask StartAsync(WorkflowGraph graph, StartOptions options, SubjectWork work, Turn turn)
    {
        if (Admission.Allows(graph, work, options.CorrelationId))
        {
            work.Absorb(await engine.StartAsync(graph, options, turn));
        }
    }

    private static StartOptions OptionsFor(TriggerEntry entry, Stimulus stimulus, Guid subject, DateTimeOffset now) =>
        new()
        {
            InstanceId = Guid.CreateVersion7(now),
            Subject = subject,
            Input = stimulus.Input,
            CorrelationId = stimulus.CorrelationId,
            TriggerActivityId = entry.ActivityId,
            StimulusPayload = stimulus.Payload,
        };

    private async ValueTask FireAsync(WorkItem item, ScheduledStart schedule, SubjectWork work, Turn turn)
    {
        var entry = triggers.Schedules.FirstOrDefault(schedule.Names);
        if (
            (entry ?? triggers.Schedules.FirstOrDefault(schedule.NamesAnyVersion)) is
            { Trigger: OccasionTrigger } calendar
        )
        {
            await _occasions.FireAsync(item, schedule, calendar, work, turn);
            return;
        }

        if (entry is null)
        {
            // Unpublished or replaced since: the newer version has a schedule of its own.
            return;
        }

        if (entry.NextOccurrence(turn.Now) is { } next)
        {
            work.Enqueue(ScheduledStart.Item(item.Tenant, entry, next));
        }

        var options = new StartOptions
        {
            InstanceId = Guid.CreateVersion7(turn.Now),
            TriggerActivityId = entry.ActivityId,
        };
        work.Enqueue(StartWork.Item(item.Tenant, entry.Graph, options, turn.Now));
    }

    private void Cancel(WorkItem item, SubjectWork work, Turn turn)
    {
        if (work.Find(item.InstanceId) is { IsRunning: true } live)
        {
            work.Absorb(engine.Cancel(live.Instance, turn));
        }
    }
}
