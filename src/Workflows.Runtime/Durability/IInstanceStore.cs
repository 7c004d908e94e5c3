namespace Workflows.Runtime.Durability;

/// <summary>
/// Keeps instances and the queue of their work. Everything is set-based: a call serves a batch, never one row.
/// </summary>
public interface IInstanceStore
{
    /// <summary>
    /// Renews the host's leases and takes or gives up partitions until all living hosts have an even share. A host
    /// that does not call again within <paramref name="duration"/> loses its partitions to the others.
    /// </summary>
    /// <returns>All leases the host holds now.</returns>
    Task<IReadOnlyList<PartitionLease>> LeaseAsync(
        Guid owner,
        DateTimeOffset now,
        TimeSpan duration,
        CancellationToken cancellationToken
    );

    /// <summary>Gives up all of a host's leases, so that others need not wait for them to lapse.</summary>
    Task ReleaseAsync(Guid owner, CancellationToken cancellationToken);

    /// <summary>Adds items to the queue, in order and in one transaction.</summary>
    Task EnqueueAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken);

    /// <summary>
    /// Reads due items of some partitions, for each partition in (due, id) order. The items stay in the queue until a commit names them
    /// done; that nobody else runs them meanwhile is what leases are for.
    /// </summary>
    /// <param name="partitions">The partitions.</param>
    /// <param name="now">Items due by now are read.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<WorkItem>> TakeAsync(
        PartitionSet partitions,
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Loads the instances of a batch.</summary>
    Task<LoadedInstances> LoadAsync(InstanceRequest request, CancellationToken cancellationToken);

    /// <summary>Writes what a batch did, all or nothing.</summary>
    Task<CommitOutcome> CommitAsync(WorkCommit commit, CancellationToken cancellationToken);

    /// <summary>A page of the instances that wait for a stimulus, in the order of their ids.</summary>
    /// <param name="tenant">Whose instances.</param>
    /// <param name="hash">The stimulus.</param>
    /// <param name="correlationId">Only instances with this correlation id; null for all.</param>
    /// <param name="after">The last instance of the page before; null for the first page.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<WaitingInstance>> FindWaitingAsync(
        int tenant,
        Guid hash,
        string? correlationId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Which of some occasions of a trigger were decided upon.</summary>
    /// <param name="tenant">Whose workflow.</param>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="activityId">The trigger.</param>
    /// <param name="keys">The keys of the occasions.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyCollection<string>> FindFiredAsync(
        int tenant,
        string definitionId,
        string activityId,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    );
}
