namespace Workflows.Runtime.Durability;

/// <summary>Everything a batch of turns did, written in one transaction or not at all.</summary>
public sealed record WorkCommit
{
    /// <summary>The leases the batch was run under; the commit is refused if one has moved.</summary>
    public IReadOnlyCollection<PartitionLease> Leases { get; init; } = [];

    /// <summary>Items that are done. Each is taken off the queue once: an item that is gone already refuses the commit.</summary>
    public IReadOnlyList<WorkItem> Done { get; init; } = [];

    /// <summary>Items that failed and stay in their place, their <see cref="WorkItem.Attempt"/> counted up.</summary>
    public IReadOnlyList<WorkItem> Failed { get; init; } = [];

    /// <summary>Items that failed too often.</summary>
    public IReadOnlyList<DeadWorkItem> Dead { get; init; } = [];

    /// <summary>The instances that changed, each once.</summary>
    public IReadOnlyList<InstanceChange> Instances { get; init; } = [];

    /// <summary>New work, timers excepted: those follow from the instances.</summary>
    public IReadOnlyList<WorkItem> Enqueued { get; init; } = [];

    /// <summary>What leaves, in the order it was asked for.</summary>
    public IReadOnlyList<TenantEffect> Effects { get; init; } = [];

    /// <summary>One row an instance and turn.</summary>
    public IReadOnlyList<JournalRow> Journal { get; init; } = [];
}
