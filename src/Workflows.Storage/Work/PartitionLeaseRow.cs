namespace Workflows.Storage.Work;

internal sealed class PartitionLeaseRow
{
    public short Partition { get; set; }

    /// <summary>The host that holds the partition; null when it is free.</summary>
    public Guid? Owner { get; set; }

    public long Epoch { get; set; }

    public DateTimeOffset Until { get; set; }
}
