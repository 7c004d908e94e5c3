namespace Workflows.Runtime.Durability;

/// <summary>What became of a batch.</summary>
/// <param name="Done">Work items that are done and off the queue.</param>
/// <param name="Turns">Turns of instances that were committed.</param>
/// <param name="Failed">Work items that failed, dead ones included.</param>
/// <param name="Enqueued">The partitions that got new work.</param>
/// <param name="Stale">The partitions that this host no longer holds; nothing of the batch was written if there are any.</param>
public sealed record BatchResult(int Done, int Turns, int Failed, PartitionSet Enqueued, PartitionSet Stale)
{
    /// <summary>Nothing was written.</summary>
    public static BatchResult Nothing { get; } = new(0, 0, 0, PartitionSet.None, PartitionSet.None);
}
