using System.Buffers;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;
using Workflows.Storage.Work;

namespace Workflows.Storage.Sqlite;

/// <summary>A group commit on SQLite: prepared statements, row by row, inside one write transaction.</summary>
internal sealed class SqliteCommit(SqliteSession session, IReadOnlyDictionary<WorkflowGraph, int> versions)
{
    private const string Insert = """
        INSERT INTO instances (id, revision, status, sub_status, correlation_id, name, incident_count, updated_at,
            finished_at, state, tenant, partition, subject, definition_key, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (id) DO NOTHING
        """;

    private const string Update = """
        UPDATE instances SET revision = ?2, status = ?3, sub_status = ?4, correlation_id = ?5, name = ?6,
            incident_count = ?7, updated_at = ?8, finished_at = ?9, state = ?10
        WHERE id = ?1 AND revision = ?11
        """;

    // Most turns leave an instance waiting. Naming no indexed column spares SQLite from writing their indexes anew.
    private const string UpdateWaiting = """
        UPDATE instances SET revision = ?2, sub_status = ?4, correlation_id = ?5, name = ?6, incident_count = ?7,
            updated_at = ?8, state = ?10
        WHERE id = ?1 AND revision = ?11
        """;

    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly HashSet<Guid> _collisions = [];

    /// <summary>Writes the commit.</summary>
    /// <returns>What became of it; the caller rolls back anything but <see cref="CommitOutcome.Committed"/>.</returns>
    public CommitOutcome Write(WorkCommit commit)
    {
        var stale = Stale(commit.Leases);
        if (!stale.IsEmpty)
        {
            return new CommitOutcome.StaleLease(stale);
        }

        WriteQueue(commit);
        var fired = commit
            .Done.Where(item => item.Kind == WorkKind.Timer)
            .Select(item => (item.InstanceId ?? default, item.BookmarkId ?? 0))
            .ToHashSet();
        foreach (var change in commit.Instances)
        {
            WriteInstance(change);
            WriteWaits(change, fired);
            if (change.IsCancellation)
            {
                SqliteMessageLedger.TakeBackOf(session, change.Instance.Id, change.Instance.UpdatedAt);
            }
        }

        foreach (var item in commit.Enqueued)
        {
            SqliteQueue.Enqueue(session, item);
        }

        WriteJournal(commit);
        var collided = _collisions.Count;
        WriteEffects(new SettledEffects(commit.Effects));
        return _collisions.Count == 0
            ? CommitOutcome.Committed.Instance
            : new CommitOutcome.Conflict(
                _collisions,
                _collisions.Count > collided
                    ? "An effect has left before."
                    : "An item or an instance was changed meanwhile."
            );
    }

    private PartitionSet Stale(IReadOnlyCollection<PartitionLease> leases)
    {
        var stale = PartitionSet.None;
        var statement = session.Prepare(
            "SELECT 1 FROM partition_leases WHERE partition = ?1 AND epoch = ?2 AND owner = ?3"
        );
        foreach (var lease in leases)
        {
            var holds = statement.Bind(1, lease.Partition).Bind(2, lease.Epoch).Bind(3, lease.Owner).Step();
            statement.Reset();
            stale = holds ? stale : stale.With(lease.Partition);
        }

        return stale;
    }

    private void WriteQueue(WorkCommit commit)
    {
        foreach (var item in commit.Done)
        {
            Expect(session.Prepare("DELETE FROM work_items WHERE id = ?1").Bind(1, item.Id), item.Subject);
        }

        foreach (var item in commit.Failed)
        {
            session.Prepare("UPDATE work_items SET attempt = attempt + 1 WHERE id = ?1").Bind(1, item.Id).Run();
        }

        foreach (var dead in commit.Dead)
        {
            session
                .Prepare(
                    """
                    INSERT INTO dead_work_items
                        (id, tenant, subject, kind, due_at, instance_id, bookmark_id, payload, attempt, died_at, reason)
                    SELECT id, tenant, subject, kind, due_at, instance_id, bookmark_id, payload, attempt + 1, ?2, ?3
                    FROM work_items WHERE id = ?1
                    """
                )
                .Bind(1, dead.Item.Id)
                .Bind(2, dead.DiedAt)
                .Bind(3, dead.Reason)
                .Run();
            session.Prepare("DELETE FROM work_items WHERE id = ?1").Bind(1, dead.Item.Id).Run();
        }
    }

    private void WriteInstance(InstanceChange change)
    {
        var instance = change.Instance;
        _buffer.ResetWrittenCount();
        InstanceSerializer.Write(instance, _buffer);
        var statement = session
            .Prepare(StatementFor(change))
            .Bind(1, instance.Id)
            .Bind(2, instance.Revision)
            .Bind(3, (long)instance.Status)
            .Bind(4, (long)instance.SubStatus)
            .Bind(5, instance.CorrelationId)
            .Bind(6, instance.Name)
            .Bind(7, Math.Min(instance.Incidents.Count, short.MaxValue))
            .Bind(8, instance.UpdatedAt)
            .Bind(9, instance.FinishedAt)
            .Bind(10, _buffer.WrittenSpan);
        if (change.LoadedRevision == 0)
        {
            statement
                .Bind(11, change.Tenant)
                .Bind(12, Partitions.Of(instance.Subject))
                .Bind(13, instance.Subject)
                .Bind(14, versions[instance.Graph])
                .Bind(15, instance.CreatedAt);
        }
        else
        {
            statement.Bind(11, change.LoadedRevision);
        }

        Expect(statement, instance.Subject);
    }

    private static string StatementFor(InstanceChange change) =>
        change switch
        {
            { LoadedRevision: 0 } => Insert,
            { Instance.Status: WorkflowStatus.Running, WasOver: false } => UpdateWaiting,
            _ => Update,
        };

    private void WriteWaits(InstanceChange change, HashSet<(Guid, int)> fired)
    {
        var id = change.Instance.Id;
        foreach (var hash in change.RemovedHashes)
        {
            session
                .Prepare("DELETE FROM bookmarks WHERE tenant = ?1 AND hash = ?2 AND instance_id = ?3")
                .Bind(1, change.Tenant)
                .Bind(2, hash)
                .Bind(3, id)
                .Run();
        }

        foreach (var hash in change.AddedHashes)
        {
            session
                .Prepare(
                    """
                    INSERT INTO bookmarks (tenant, hash, instance_id, subject) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT DO NOTHING
                    """
                )
                .Bind(1, change.Tenant)
                .Bind(2, hash)
                .Bind(3, id)
                .Bind(4, change.Instance.Subject)
                .Run();
        }

        foreach (var bookmark in change.RemovedTimers.Where(bookmark => !fired.Contains((id, bookmark.Id))))
        {
            session
                .Prepare("DELETE FROM work_items WHERE kind = 2 AND instance_id = ?1 AND bookmark_id = ?2")
                .Bind(1, id)
                .Bind(2, bookmark.Id)
                .Run();
        }

        foreach (var bookmark in change.AddedTimers)
        {
            SqliteQueue.Enqueue(session, change.TimerOf(bookmark));
        }
    }

    private void WriteJournal(WorkCommit commit)
    {
        var tenants = commit.Instances.ToDictionary(change => change.Instance.Id, change => change.Tenant);
        foreach (var row in commit.Journal)
        {
            session
                .Prepare(
                    """
                    INSERT INTO journal (instance_id, revision, tenant, subject, at, entries)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
                    """
                )
                .Bind(1, row.InstanceId)
                .Bind(2, row.Revision)
                .Bind(3, tenants[row.InstanceId])
                .Bind(4, row.Subject)
                .Bind(5, row.At)
                .Bind(6, (ReadOnlySpan<byte>)JournalSerializer.Write(row.Entries))
                .Run();
        }
    }

    private void WriteEffects(SettledEffects effects)
    {
        foreach (var (tenant, contact) in effects.Contacts)
        {
            SqliteContactFacts.Write(session, tenant, contact);
        }

        foreach (var (tenant, noted) in effects.Notes)
        {
            SqliteHistory.Write(session, tenant, noted);
        }

        foreach (var (tenant, subject, fired) in effects.Fired)
        {
            Expect(SqliteOccasions.Fire(session, tenant, fired), subject);
        }

        foreach (var (tenant, spread) in effects.Spread)
        {
            SqliteOccasions.Spread(session, tenant, spread);
        }

        foreach (var (tenant, review) in effects.Reviews)
        {
            SqliteLaunches.Write(session, tenant, review);
        }

        SqliteTold.Write(session, effects.Told);
        foreach (var (tenant, link) in effects.Links)
        {
            SqliteLinks.Write(session, tenant, link);
        }

        foreach (var (tenant, subject, message) in effects.Messages)
        {
            Expect(SqliteOutbox.Insert(session, tenant, subject, message), subject);
        }
    }

    private void Expect(SqliteStatement statement, Guid subject)
    {
        if (statement.Run() != 1)
        {
            _collisions.Add(subject);
        }
    }
}
