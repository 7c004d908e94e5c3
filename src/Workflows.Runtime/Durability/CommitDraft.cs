namespace Workflows.Runtime.Durability;

/// <summary>A commit being put together from the work of many subjects.</summary>
internal sealed class CommitDraft
{
    public List<WorkItem> Done { get; } = [];

    public List<WorkItem> Failed { get; } = [];

    public List<DeadWorkItem> Dead { get; } = [];

    public List<InstanceChange> Instances { get; } = [];

    public List<WorkItem> Enqueued { get; } = [];

    public List<TenantEffect> Effects { get; } = [];

    public List<JournalRow> Journal { get; } = [];

    public bool IsEmpty => Done.Count == 0 && Failed.Count == 0 && Dead.Count == 0;

    public WorkCommit Under(IReadOnlyCollection<PartitionLease> leases) =>
        new()
        {
            Leases = leases,
            Done = Done,
            Failed = Failed,
            Dead = Dead,
            Instances = Instances,
            Enqueued = Enqueued,
            Effects = Effects,
            Journal = Journal,
        };
}
