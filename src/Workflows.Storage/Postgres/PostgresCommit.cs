using Npgsql;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;
using Workflows.Storage.Definitions;
using Workflows.Storage.Work;

namespace Workflows.Storage.Postgres;

/// <summary>
/// A group commit on PostgreSQL: one batch of statements over arrays, so that five hundred turns cost two round trips
/// and one flush of the log.
/// </summary>
internal sealed class PostgresCommit(NpgsqlDataSource source, DefinitionKeys keys)
{
    // Share locks in partition order: a lease cannot move before the commit is through, and nobody locks crosswise.
    private const string Fence = """
        SELECT l.partition FROM partition_leases l
        JOIN unnest($1::smallint[], $2::bigint[], $3::uuid[]) AS h (partition, epoch, owner)
            ON l.partition = h.partition AND l.epoch = h.epoch AND l.owner = h.owner
        ORDER BY l.partition FOR SHARE OF l
        """;

    private const string Finish = "DELETE FROM work_items WHERE id = ANY ($1)";

    private const string Fail = "UPDATE work_items SET attempt = attempt + 1 WHERE id = ANY ($1)";

    private const string Bury = """
        WITH dead AS (DELETE FROM work_items w USING unnest($1::bigint[], $2::text[]) AS d (id, reason)
            WHERE w.id = d.id RETURNING w.*, d.reason)
        INSERT INTO dead_work_items
            (id, tenant, subject, kind, due_at, instance_id, bookmark_id, payload, attempt, died_at, reason)
        SELECT id, tenant, subject, kind, due_at, instance_id, bookmark_id, payload, attempt + 1, $3, reason FROM dead
        """;

    private const string Insert = """
        INSERT INTO instances (id, tenant, partition, subject, definition_key, status, sub_status, correlation_id, name,
            revision, incident_count, created_at, updated_at, finished_at, state)
        SELECT * FROM unnest($1::uuid[], $2::int[], $3::smallint[], $4::uuid[], $5::int[], $6::smallint[],
            $7::smallint[], $8::text[], $9::text[], $10::int[], $11::smallint[], $12::bigint[], $13::bigint[],
            $14::bigint[], $15::bytea[])
        ON CONFLICT (id) DO NOTHING
        """;

    private const string Update = """
        UPDATE instances i SET status = c.status, sub_status = c.sub_status, correlation_id = c.correlation_id,
            name = c.name, revision = c.revision, incident_count = c.incident_count, updated_at = c.updated_at,
            finished_at = c.finished_at, state = c.state
        FROM unnest($1::uuid[], $2::int[], $3::smallint[], $4::smallint[], $5::text[], $6::text[], $7::int[],
                $8::smallint[], $9::bigint[], $10::bigint[], $11::bytea[])
            AS c (id, loaded, status, sub_status, correlation_id, name, revision, incident_count, updated_at,
                finished_at, state)
        WHERE i.id = c.id AND i.revision = c.loaded
        """;

    // These two look each row up by its key, one by one: a join would let the planner read every timer there is.
    private const string Forget = """
        DELETE FROM bookmarks WHERE ctid = ANY (ARRAY(
            SELECT t.place FROM unnest($1::int[], $2::uuid[], $3::uuid[]) AS k (tenant, hash, instance_id)
            CROSS JOIN LATERAL (SELECT b.ctid AS place FROM bookmarks b WHERE b.tenant = k.tenant
                AND b.hash = k.hash AND b.instance_id = k.instance_id LIMIT 1) t))
        """;

    private const string Wait = """
        INSERT INTO bookmarks (tenant, hash, instance_id, subject)
        SELECT * FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[]) ON CONFLICT DO NOTHING
        """;

    private const string StopTimers = """
        DELETE FROM work_items WHERE ctid = ANY (ARRAY(
            SELECT t.place FROM unnest($1::uuid[], $2::int[]) AS k (instance_id, bookmark_id)
            CROSS JOIN LATERAL (SELECT w.ctid AS place FROM work_items w WHERE w.kind = 2
                AND w.instance_id = k.instance_id AND w.bookmark_id = k.bookmark_id LIMIT 1) t))
        """;

    private const string Record = """
        INSERT INTO journal (instance_id, revision, tenant, subject, at, entries)
        SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[], $4::uuid[], $5::bigint[], $6::bytea[])
        ON CONFLICT DO NOTHING
        """;

    public async Task<CommitOutcome> CommitAsync(WorkCommit commit, CancellationToken cancellationToken)
    {
        var effects = new SettledEffects(commit.Effects);
        var versions = await keys.FindAllAsync(commit.Instances, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        var expected = new List<(NpgsqlBatchCommand Command, int Rows)>();
        Expect(AddFence(batch, commit.Leases), commit.Leases.Count);
        AddQueue(batch, commit, Expect);
        AddInstances(batch, commit.Instances, versions, Expect);
        AddWaits(batch, commit);
        AddJournal(batch, commit);
        PostgresContactFacts.AddTo(batch, effects.Contacts);
        PostgresHistory.AddTo(batch, effects.Notes);
        PostgresTold.AddTo(batch, effects.Told);
        PostgresLinks.AddTo(batch, effects.Links);
        PostgresLaunches.AddTo(batch, effects.Reviews);
        AddRecalls(batch, commit);
        Expect(PostgresOccasions.Fire(batch, effects.Fired), effects.Fired.Count);
        PostgresOccasions.Spread(batch, effects.Spread);
        Expect(AddMessages(batch, effects), effects.Messages.Count);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (expected.TrueForAll(one => one.Command.Rows == (ulong)one.Rows))
        {
            await transaction.CommitAsync(cancellationToken);
            return CommitOutcome.Committed.Instance;
        }

        await transaction.RollbackAsync(cancellationToken);
        return await new PostgresConflicts(connection).ExplainAsync(commit, effects, cancellationToken);

        void Expect(NpgsqlBatchCommand? command, int rows)
        {
            if (command is not null)
            {
                expected.Add((command, rows));
            }
        }
    }

    private static NpgsqlBatchCommand? AddFence(NpgsqlBatch batch, IReadOnlyCollection<PartitionLease> leases) =>
        leases.Count == 0
            ? null
            : batch.Add(
                Fence,
                leases.Select(lease => lease.Partition).ToArray(),
                leases.Select(lease => lease.Epoch).ToArray(),
                leases.Select(lease => lease.Owner).ToArray()
            );

    private static void AddQueue(NpgsqlBatch batch, WorkCommit commit, Action<NpgsqlBatchCommand?, int> expect)
    {
        if (commit.Done.Count > 0)
        {
            expect(batch.Add(Finish, [commit.Done.Select(item => item.Id).ToArray()]), commit.Done.Count);
        }

        if (commit.Failed.Count > 0)
        {
            batch.Add(Fail, [commit.Failed.Select(item => item.Id).ToArray()]);
        }

        if (commit.Dead.Count > 0)
        {
            batch.Add(
                Bury,
                commit.Dead.Select(dead => dead.Item.Id).ToArray(),
                commit.Dead.Select(dead => dead.Reason).ToArray(),
                commit.Dead[0].DiedAt.UtcTicks
            );
        }
    }

    private static void AddInstances(
        NpgsqlBatch batch,
        IReadOnlyList<InstanceChange> changes,
        IReadOnlyDictionary<WorkflowGraph, int> versions,
        Action<NpgsqlBatchCommand?, int> expect
    )
    {
        var born = new InstanceColumns(changes.Count);
        var changed = new InstanceColumns(changes.Count);
        foreach (var change in changes)
        {
            (change.LoadedRevision == 0 ? born : changed).Add(change, versions[change.Instance.Graph]);
        }

        if (born.Count > 0)
        {
            expect(batch.Add(Insert, born.ForInsert()), born.Count);
        }

        if (changed.Count > 0)
        {
            expect(batch.Add(Update, changed.ForUpdate()), changed.Count);
        }
    }

    private static void AddWaits(NpgsqlBatch batch, WorkCommit commit)
    {
        var removed = commit.Instances.SelectMany(one => one.RemovedHashes.Select(hash => (one, hash))).ToArray();
        var added = commit.Instances.SelectMany(one => one.AddedHashes.Select(hash => (one, hash))).ToArray();
        var fired = commit.Done.Where(item => item.Kind == WorkKind.Timer).Select(Timer).ToHashSet();
        var stopped = commit
            .Instances.SelectMany(one => one.RemovedTimers.Select(mark => (Instance: one.Instance.Id, mark.Id)))
            .Where(timer => !fired.Contains(timer))
            .ToArray();
        if (removed.Length > 0)
        {
            batch.Add(Forget, Column(removed, x => x.one.Tenant), Column(removed, x => x.hash), Ids(removed));
        }

        if (added.Length > 0)
        {
            var subjects = Column(added, x => x.one.Instance.Subject);
            batch.Add(Wait, Column(added, x => x.one.Tenant), Column(added, x => x.hash), Ids(added), subjects);
        }

        if (stopped.Length > 0)
        {
            batch.Add(StopTimers, Column(stopped, x => x.Instance), Column(stopped, x => x.Id));
        }

        var queue = new WorkItemColumns(commit.Enqueued.Count + commit.Instances.Count);
        queue.AddRange(commit.Instances.SelectMany(one => one.AddedTimers.Select(one.TimerOf)));
        queue.AddRange(commit.Enqueued);
        queue.AddTo(batch);

        static (Guid Instance, int Id) Timer(WorkItem item) => (item.InstanceId ?? default, item.BookmarkId ?? 0);

        static Guid[] Ids((InstanceChange one, Guid hash)[] rows) => Column(rows, x => x.one.Instance.Id);
    }

    private static void AddJournal(NpgsqlBatch batch, WorkCommit commit)
    {
        if (commit.Journal.Count == 0)
        {
            return;
        }

        var tenants = commit.Instances.ToDictionary(change => change.Instance.Id, change => change.Tenant);
        batch.Add(
            Record,
            Column(commit.Journal, row => row.InstanceId),
            Column(commit.Journal, row => row.Revision),
            Column(commit.Journal, row => tenants[row.InstanceId]),
            Column(commit.Journal, row => row.Subject),
            Column(commit.Journal, row => row.At.UtcTicks),
            Column(commit.Journal, row => JournalSerializer.Write(row.Entries))
        );
    }

    private static void AddRecalls(NpgsqlBatch batch, WorkCommit commit)
    {
        WorkflowInstance[] cancelled =
        [
            .. commit.Instances.Where(one => one.IsCancellation).Select(one => one.Instance),
        ];
        if (cancelled.Length > 0)
        {
            batch.Add(
                PostgresMessageLedger.TakeBack,
                cancelled.Select(instance => instance.Id).ToArray(),
                cancelled.Max(instance => instance.UpdatedAt).UtcTicks
            );
        }
    }

    private static NpgsqlBatchCommand? AddMessages(NpgsqlBatch batch, SettledEffects effects) =>
        effects.Messages.Count == 0
            ? null
            : batch.Add(MessageColumns.Insert, new MessageColumns(effects.Messages).ForInsert());

    private static TColumn[] Column<TRow, TColumn>(IReadOnlyList<TRow> rows, Func<TRow, TColumn> value)
    {
        var column = new TColumn[rows.Count];
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = value(rows[row]);
        }

        return column;
    }
}
