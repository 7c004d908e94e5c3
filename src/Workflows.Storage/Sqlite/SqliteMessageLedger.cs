using Workflows.Storage.Messages;

namespace Workflows.Storage.Sqlite;

/// <summary>What became of messages, in SQLite: row by row with a prepared statement.</summary>
internal sealed class SqliteMessageLedger(SqliteDatabase database) : IMessageLedger
{
    private const string Settle = """
        UPDATE messages SET state = ?4, due_at = COALESCE(?5, due_at), settled_at = ?6, outcome = ?7, reason_code = ?8,
            last_error = ?9, reference = COALESCE(?10, reference), submitted_at = COALESCE(?11, submitted_at),
            reminders = COALESCE(?12, reminders), attempts = attempts - ?13,
            first_at = CASE WHEN attempts = ?13 THEN NULL ELSE first_at END, lease_owner = NULL
        WHERE tenant = ?1 AND key = ?2 AND lease_owner = ?3 AND settled_at IS NULL
        """;

    public Task SettleAsync(string owner, IReadOnlyList<MessageChange> changes, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                foreach (var change in changes)
                {
                    Write(session, owner, change);
                }

                return changes.Count;
            },
            cancellationToken
        );

    private static void Write(SqliteSession session, string owner, MessageChange change)
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
            .Bind(13, change.NotTried);
        _ = change.Outcome is { } outcome ? statement.Bind(7, (long)outcome) : statement.BindNull(7);
        _ = change.Reminders is { } reminders ? statement.Bind(12, reminders) : statement.BindNull(12);
        statement.Run();
    }
}
