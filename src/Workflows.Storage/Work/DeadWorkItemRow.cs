using Workflows.Runtime.Durability;

namespace Workflows.Storage.Work;

/// <summary>A work item that failed too often: kept for an operator, out of the way of the queue.</summary>
internal sealed class DeadWorkItemRow
{
    public long Id { get; set; }

    public int Tenant { get; set; }

    public Guid Subject { get; set; }

    public short Kind { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public Guid? InstanceId { get; set; }

    public int? BookmarkId { get; set; }

    public byte[]? Payload { get; set; }

    public short Attempt { get; set; }

    public DateTimeOffset DiedAt { get; set; }

    public required string Reason { get; set; }

    public DeadWorkItem ToItem() =>
        new(
            new WorkItem
            {
                Id = Id,
                Tenant = Tenant,
                Subject = Subject,
                Kind = (WorkKind)Kind,
                DueAt = DueAt,
                InstanceId = InstanceId,
                BookmarkId = BookmarkId,
                Payload = Payload is null ? null : WorkPayloadSerializer.Read(Payload),
                Attempt = Attempt,
            },
            DiedAt,
            Reason
        );
}
