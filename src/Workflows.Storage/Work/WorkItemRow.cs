namespace Workflows.Storage.Work;

internal sealed class WorkItemRow
{
    public long Id { get; set; }

    public int Tenant { get; set; }

    public short Partition { get; set; }

    public Guid Subject { get; set; }

    public short Kind { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public Guid? InstanceId { get; set; }

    public int? BookmarkId { get; set; }

    public byte[]? Payload { get; set; }

    public short Attempt { get; set; }
}
