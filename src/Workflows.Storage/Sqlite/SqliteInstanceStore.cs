using Workflows.Runtime.Durability;
using Workflows.Storage.Definitions;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Sqlite;

/// <summary>Instances and their work in one SQLite file.</summary>
internal sealed class SqliteInstanceStore(SqliteDatabase database, DefinitionKeys keys, InstanceReader instances)
    : IInstanceStore
{
    private int _turn;

    public async Task<IReadOnlyList<PartitionLease>> LeaseAsync(
        Guid owner,
        DateTimeOffset now,
        TimeSpan duration,
        CancellationToken cancellationToken
    ) => await database.WriteAsync(session => SqliteLeases.Lease(session, owner, now, duration), cancellationToken);

    public Task ReleaseAsync(Guid owner, CancellationToken cancellationToken) =>
        database.WriteAsync(session => SqliteLeases.Release(session, owner), cancellationToken);

    public Task EnqueueAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken) =>
        items.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(
                session =>
                {
                    foreach (var item in items)
                    {
                        SqliteQueue.Enqueue(session, item);
                    }

                    return items.Count;
                },
                cancellationToken
            );

    public Task<IReadOnlyList<WorkItem>> TakeAsync(
        PartitionSet partitions,
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    )
    {
        var turn = Interlocked.Increment(ref _turn);
        return Task.FromResult<IReadOnlyList<WorkItem>>(
            database.Read(session => SqliteQueue.Take(session, partitions, turn, now, count))
        );
    }

    public async Task<LoadedInstances> LoadAsync(InstanceRequest request, CancellationToken cancellationToken)
    {
        var (stored, past) = database.Read(session =>
            (SqliteInstances.Load(session, request), SqliteInstances.Histories(session, request))
        );
        return await instances.ReadAsync(stored, past, cancellationToken);
    }

    public async Task<CommitOutcome> CommitAsync(WorkCommit commit, CancellationToken cancellationToken)
    {
        var versions = await keys.FindAllAsync(commit.Instances, cancellationToken);
        return await database.WriteAsync(
            session => new SqliteCommit(session, versions).Write(commit),
            outcome => outcome is CommitOutcome.Committed,
            cancellationToken
        );
    }

    public Task<IReadOnlyList<WaitingInstance>> FindWaitingAsync(
        int tenant,
        Guid hash,
        string? correlationId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<WaitingInstance>>(
            database.Read(session => SqliteInstances.Waiting(session, tenant, hash, correlationId, after, count))
        );

    public Task<IReadOnlyCollection<string>> FindFiredAsync(
        int tenant,
        string definitionId,
        string activityId,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyCollection<string>>(
            database.Read(session => SqliteOccasions.Find(session, tenant, definitionId, activityId, keys))
        );
}
