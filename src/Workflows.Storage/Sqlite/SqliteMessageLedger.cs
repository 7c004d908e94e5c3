using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Sqlite;

/// <summary>What became of messages, in SQLite: row by row with prepared statements.</summary>
internal sealed class SqliteMessageLedger(SqliteDatabase database) : IMessageLedger
{
    private const string Settle = """
        UPDATE messages SET state = ?4, settled_at = ?6, outcome = ?7, reason_code = ?8, last_error = ?9,
            due_at = CASE WHEN ?14 AND taken_back_at IS NOT NULL THEN taken_back_at ELSE COALESCE(?5, due_at) END,
            reference = COALESCE(?10, reference), submitted_at = COALESCE(?11, submitted_at),
            reminders = COALESCE(?12, reminders), attempts = attempts - ?13,
            first_at = CASE WHEN ?15 OR attempts = ?13 THEN NULL ELSE first_at END, lease_owner = NULL
        WHERE tenant = ?1 AND key = ?2 AND lease_owner = ?3 AND settled_at IS NULL
        """;

    private const string Waiting = """
        SELECT m.subject, m.instance_id FROM messages m JOIN bookmarks b
            ON b.tenant = m.tenant AND b.hash = ?3 AND b.instance_id = m.instance_id
        WHERE m.tenant = ?1 AND m.key = ?2
        """;

    private const string TakeBack = """
        UPDATE messages SET taken_back_at = COALESCE(taken_back_at, ?2),
            due_at = CASE WHEN lease_owner IS NULL THEN ?2 ELSE due_at END
        WHERE instance_id = ?1 AND settled_at IS NULL
        """;

    public Task<PartitionSet> SettleAsync(
        string owner,
        IReadOnlyList<MessageChange> changes,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
            {
                var woken = PartitionSet.None;
                foreach (var change in changes)
                {
                    if (Write(session, owner, change) && Wake(session, change) is { } partition)
                    {
                        woken = woken.With(partition);
                    }
                }

                return woken;
            },
            cancellationToken
        );

    /// <summary>Takes back what a cancelled instance still has on its way.</summary>
    public static void TakeBackOf(SqliteSession session, Guid instanceId, DateTimeOffset at) =>
        session.Prepare(TakeBack).Bind(1, instanceId).Bind(2, at).Run();

    private static bool Write(SqliteSession session, string owner, MessageChange change)
    {
        var statement = session
            .Prepare(Settle)
            .Bind(1, change.Tenant)
            .Bind(2, change.Key)
            .Bind(3, owner)
            .Bind(4, (long)change.State)
            .Bind(5, change.DueAt)
            .Bind(6, change.SettledAt)
            .Bind(8, change.ReasonCode)
            .Bind(9, change.LastError)
            .Bind(10, change.Reference)
            .Bind(11, change.SubmittedAt)
            .Bind(13, change.NotTried)
            .Bind(14, change.IsRecallable ? 1 : 0)
            .Bind(15, change.IsUnsent ? 1 : 0);
        _ = change.Outcome is { } outcome ? statement.Bind(7, (long)outcome) : statement.BindNull(7);
        _ = change.Reminders is { } reminders ? statement.Bind(12, reminders) : statement.BindNull(12);
        return statement.Run() == 1;
    }

    private static short? Wake(SqliteSession session, MessageChange change)
    {
        if (change.Told is not { } told)
        {
            return null;
        }

        var row = session
            .Prepare(Waiting)
            .Bind(1, change.Tenant)
            .Bind(2, change.Key)
            .Bind(3, MessageOutcome.HashOf(change.Key));
        if (!row.Step())
        {
            return null;
        }

        var (subject, instance) = (row.Guid(0), row.Guid(1));
        row.Reset();
        var work = told.ToWork(change.Tenant, subject, instance, change.Key, change.SettledAt!.Value);
        SqliteQueue.Enqueue(session, work);
        return work.Partition;
    }
}
