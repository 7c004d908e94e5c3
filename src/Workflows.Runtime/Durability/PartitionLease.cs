namespace Workflows.Runtime.Durability;

/// <summary>A host's right to work on a partition until a moment.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Owner">The host that holds it.</param>
/// <param name="Epoch">Grows whenever the owner changes; a commit under an older epoch is refused.</param>
/// <param name="Until">When the lease lapses unless it is renewed.</param>
public sealed record PartitionLease(short Partition, Guid Owner, long Epoch, DateTimeOffset Until);
