using Npgsql;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Postgres;

/// <summary>What became of messages, on PostgreSQL: one statement over arrays.</summary>
internal sealed class PostgresMessageLedger(NpgsqlDataSource source) : IMessageLedger
{
    private const string Settle = """
        UPDATE messages m SET state = c.state, due_at = COALESCE(c.due_at, m.due_at), settled_at = c.settled_at,
            outcome = c.outcome, reason_code = c.reason_code, last_error = c.last_error,
            reference = COALESCE(c.reference, m.reference), submitted_at = COALESCE(c.submitted_at, m.submitted_at),
            reminders = COALESCE(c.reminders, m.reminders), attempts = m.attempts - c.not_tried,
            first_at = CASE WHEN m.attempts = c.not_tried THEN NULL ELSE m.first_at END, lease_owner = NULL
        FROM unnest($2::int[], $3::text[], $4::smallint[], $5::bigint[], $6::bigint[], $7::smallint[], $8::text[],
                $9::text[], $10::text[], $11::bigint[], $12::int[], $13::int[])
            AS c (tenant, key, state, due_at, settled_at, outcome, reason_code, last_error, reference, submitted_at,
                reminders, not_tried)
        WHERE m.tenant = c.tenant AND m.key = c.key AND m.lease_owner = $1 AND m.settled_at IS NULL
        """;

    public async Task SettleAsync(
        string owner,
        IReadOnlyList<MessageChange> changes,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.RunAsync(
            Settle,
            cancellationToken,
            owner,
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
            changes.Select(change => change.NotTried).ToArray()
        );
    }
}
