using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>
/// Everything a batch does for one subject. Subjects are independent of each other, so one whose turns lose a race or
/// fail is left out of the commit, and the others are written all the same.
/// </summary>
internal sealed class SubjectWork(int tenant, Guid id, ISubject? subject)
{
    private readonly Dictionary<Guid, LiveInstance> _instances = [];
    private readonly List<JournalRow> _journal = [];
    private readonly List<Effect> _effects = [];
    private readonly List<WorkItem> _enqueued = [];
    private readonly List<WorkItem> _done = [];

    public Guid Id => id;

    public int Tenant => tenant;

    public ISubject? Subject => subject;

    /// <summary>The item that failed, after which nothing more was run for the subject.</summary>
    public WorkItem? Failed { get; private set; }

    public Exception? Failure { get; private set; }

    public IReadOnlyCollection<LiveInstance> Instances => _instances.Values;

    public IReadOnlyList<WorkItem> Done => _done;

    /// <summary>Where a subject puts its changes.</summary>
    public ICollection<Effect> Effects => _effects;

    public void Load(WorkflowInstance instance) => _instances[instance.Id] = new LiveInstance(instance);

    public LiveInstance? Find(Guid? instanceId) => instanceId is { } known ? _instances.GetValueOrDefault(known) : null;

    public void Enqueue(WorkItem item) => _enqueued.Add(item);

    public void Finish(WorkItem item) => _done.Add(item);

    public void Fail(WorkItem item, Exception failure) => (Failed, Failure) = (item, failure);

    /// <summary>Takes over what a burst did. A burst that found nothing to do leaves no trace.</summary>
    public void Absorb(Burst burst)
    {
        var instance = burst.Instance;
        if (instance.Revision > 0 && IsEmpty(burst))
        {
            return;
        }

        if (instance.Revision == 0)
        {
            Load(instance);
        }

        instance.Revision++;
        _journal.Add(new JournalRow(instance.Id, instance.Revision, id, burst.Turn.Now, burst.JournalEntries));
        foreach (var effect in burst.Effects)
        {
            Emit(effect, burst.Turn.Now);
        }
    }

    public void AddTo(CommitDraft draft)
    {
        draft.Done.AddRange(_done);
        draft.Enqueued.AddRange(_enqueued);
        draft.Journal.AddRange(_journal);
        foreach (var effect in _effects)
        {
            draft.Effects.Add(new TenantEffect(tenant, id, effect));
        }

        foreach (var live in _instances.Values)
        {
            if (live.IsChanged)
            {
                draft.Instances.Add(live.ToChange(tenant));
            }
        }
    }

    private static bool IsEmpty(Burst burst) =>
        !burst.IsAltered
        && burst.JournalEntries.Count == 0
        && burst.Effects.Count == 0
        && burst.AddedBookmarks.Count == 0
        && burst.RemovedBookmarks.Count == 0
        && burst.Instance.FinishedAt != burst.Turn.Now;

    private void Emit(Effect effect, DateTimeOffset now)
    {
        switch (effect)
        {
            case PublishStimulus publish:
                Enqueue(BroadcastStimulus.Item(tenant, publish.Stimulus, now));
                break;
            case TellSubject tell:
                Enqueue(
                    new WorkItem
                    {
                        Tenant = tenant,
                        Subject = id,
                        Kind = WorkKind.Stimulus,
                        DueAt = now,
                        Payload = new SubjectStimulus(tell.Stimulus),
                    }
                );
                break;
            case DispatchWorkflow dispatch:
                Enqueue(StartWork.Item(tenant, dispatch, now));
                break;
            case ResumeInstance resume:
                Enqueue(ResumeWork.Item(tenant, resume, now));
                break;
            default:
                _effects.Add(effect);
                break;
        }
    }
}
