using Npgsql;
using Workflows.Runtime.Durability;
using Workflows.Storage.Definitions;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Postgres;

/// <summary>Instances and their work on PostgreSQL.</summary>
internal sealed class PostgresInstanceStore(NpgsqlDataSource source, DefinitionKeys keys, InstanceReader instances)
    : IInstanceStore
{
    private readonly PostgresLeases _leases = new(source);
    private readonly PostgresQueue _queue = new(source);
    private readonly PostgresInstances _instances = new(source, instances);
    private readonly PostgresCommit _commit = new(source, keys);

    public Task<IReadOnlyList<PartitionLease>> LeaseAsync(
        Guid owner,
        DateTimeOffset now,
        TimeSpan duration,
        CancellationToken cancellationToken
    ) => _leases.LeaseAsync(owner, now, duration, cancellationToken);

    public Task ReleaseAsync(Guid owner, CancellationToken cancellationToken) =>
        _leases.ReleaseAsync(owner, cancellationToken);

    public Task EnqueueAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken) =>
        _queue.EnqueueAsync(items, cancellationToken);

    public Task<IReadOnlyList<WorkItem>> TakeAsync(
        PartitionSet partitions,
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    ) => _queue.TakeAsync(partitions, now, count, cancellationToken);

    public Task<LoadedInstances> LoadAsync(InstanceRequest request, CancellationToken cancellationToken) =>
        _instances.LoadAsync(request, cancellationToken);

    public Task<CommitOutcome> CommitAsync(WorkCommit commit, CancellationToken cancellationToken) =>
        _commit.CommitAsync(commit, cancellationToken);

    public Task<IReadOnlyList<WaitingInstance>> FindWaitingAsync(
        int tenant,
        Guid hash,
        string? correlationId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) => _instances.FindWaitingAsync(tenant, hash, correlationId, after, count, cancellationToken);

    public Task<IReadOnlyCollection<string>> FindFiredAsync(
        int tenant,
        string definitionId,
        string activityId,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    ) => PostgresOccasions.FindAsync(source, tenant, definitionId, activityId, keys, cancellationToken);
}
