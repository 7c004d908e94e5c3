using Npgsql;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Postgres;

/// <summary>What became of messages, on PostgreSQL: one statement over arrays, and one more for those that wait.</summary>
internal sealed class PostgresMessageLedger(NpgsqlDataSource source) : IMessageLedger
{
    /// <summary>Takes back what cancelled instances still have on its way: their ids, and when.</summary>
    public const string TakeBack = """
        UPDATE messages SET taken_back_at = COALESCE(taken_back_at, $2),
            due_at = CASE WHEN lease_owner IS NULL THEN $2 ELSE due_at END
        WHERE instance_id = ANY ($1) AND settled_at IS NULL
        """;

    // Answers with the messages that are over and whose instance waits for exactly that.
    private const string Settle = """
        WITH c AS (
            SELECT * FROM unnest($2::int[], $3::text[], $4::smallint[], $5::bigint[], $6::bigint[], $7::smallint[],
                $8::text[], $9::text[], $10::text[], $11::bigint[], $12::int[], $13::int[], $14::boolean[], $15::boolean[],
                $16::uuid[])
                AS c (tenant, key, state, due_at, settled_at, outcome, reason_code, last_error, reference, submitted_at,
                    reminders, not_tried, recallable, unsent, hash)),
        settled AS (
            UPDATE messages m SET state = c.state, settled_at = c.settled_at, outcome = c.outcome,
                reason_code = c.reason_code, last_error = c.last_error,
                due_at = CASE WHEN c.recallable AND m.taken_back_at IS NOT NULL THEN m.taken_back_at
                    ELSE COALESCE(c.due_at, m.due_at) END,
                reference = COALESCE(c.reference, m.reference),
                submitted_at = COALESCE(c.submitted_at, m.submitted_at),
                reminders = COALESCE(c.reminders, m.reminders), attempts = m.attempts - c.not_tried,
                first_at = CASE WHEN c.unsent OR m.attempts = c.not_tried THEN NULL ELSE m.first_at END, lease_owner = NULL
            FROM c
            WHERE m.tenant = c.tenant AND m.key = c.key AND m.lease_owner = $1 AND m.settled_at IS NULL
            RETURNING m.tenant, m.key, m.subject, m.instance_id, c.hash)
        SELECT s.tenant, s.key, s.subject, s.instance_id FROM settled s
        CROSS JOIN LATERAL (SELECT 1 FROM bookmarks b
            WHERE b.tenant = s.tenant AND b.hash = s.hash AND b.instance_id = s.instance_id LIMIT 1) w
        """;

    public async Task<PartitionSet> SettleAsync(
        string owner,
        IReadOnlyList<MessageChange> changes,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var work = await WriteAsync(connection, owner, changes, cancellationToken);
        if (work.Count > 0)
        {
            await using var batch = new NpgsqlBatch(connection);
            var columns = new WorkItemColumns(work.Count);
            columns.AddRange(work);
            columns.AddTo(batch);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return PartitionSet.Of(work.Select(item => item.Partition));
    }

    private static async Task<List<WorkItem>> WriteAsync(
        NpgsqlConnection connection,
        string owner,
        IReadOnlyList<MessageChange> changes,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.Command(Settle, [owner, .. Columns(changes)]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var byKey = changes.ToDictionary(change => (change.Tenant, change.Key));
        var work = new List<WorkItem>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (tenant, key) = (reader.GetInt32(0), reader.GetString(1));
            var (subject, instance) = (reader.GetGuid(2), reader.GetGuid(3));
            var change = byKey[(tenant, key)];
            work.Add(change.Told!.ToWork(tenant, subject, instance, key, change.SettledAt!.Value));
        }

        return work;
    }

    private static object[] Columns(IReadOnlyList<MessageChange> changes) =>
        [
            changes.Select(change => change.Tenant).ToArray(),
            changes.Select(change => change.Key).ToArray(),
            changes.Select(change => (short)change.State).ToArray(),
            changes.Select(change => change.DueAt?.UtcTicks).ToArray(),
            changes.Select(change => change.SettledAt?.UtcTicks).ToArray(),
            changes.Select(change => (short?)change.Outcome).ToArray(),
            changes.Select(change => change.ReasonCode).ToArray(),
            changes.Select(change => change.LastError).ToArray(),
            changes.Select(change => change.Reference).ToArray(),
            changes.Select(change => change.SubmittedAt?.UtcTicks).ToArray(),
            changes.Select(change => change.Reminders).ToArray(),
            changes.Select(change => change.NotTried).ToArray(),
            changes.Select(change => change.IsRecallable).ToArray(),
            changes.Select(change => change.IsUnsent).ToArray(),
            changes.Select(change => change.Told is null ? (Guid?)null : MessageOutcome.HashOf(change.Key)).ToArray(),
        ];
}
