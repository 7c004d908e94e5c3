namespace Workflows.Runtime.Durability;

/// <summary>
/// One row of the work queue. Events, timers, retries and commands are all work items; a timer is simply one whose
/// <see cref="DueAt"/> lies ahead. Items of one subject run in (<see cref="DueAt"/>, <see cref="Id"/>) order.
/// </summary>
public sealed record WorkItem
{
    /// <summary>The queue's number for the item; 0 until it is enqueued.</summary>
    public long Id { get; init; }

    /// <summary>The tenant the item belongs to.</summary>
    public int Tenant { get; init; }

    /// <summary>The contact the work is about, or the instance itself where there is no contact.</summary>
    public required Guid Subject { get; init; }

    /// <summary>What is asked for.</summary>
    public required WorkKind Kind { get; init; }

    /// <summary>The earliest moment at which the item may run.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The instance addressed; null for a stimulus and a start.</summary>
    public Guid? InstanceId { get; init; }

    /// <summary>The bookmark addressed; null where the whole instance is.</summary>
    public int? BookmarkId { get; init; }

    /// <summary>What the item carries; null for a timer.</summary>
    public WorkPayload? Payload { get; init; }

    /// <summary>How often the item has failed so far.</summary>
    public int Attempt { get; init; }

    /// <summary>The partition that orders the subject's work.</summary>
    public short Partition => Partitions.Of(Subject);
}
