using Workflows.Marketing.Service.FollowUps;

namespace Workflows.Storage.Sqlite;

/// <summary>New follow-up records in SQLite; a chat's record counts on.</summary>
internal static class SqliteFollowUps
{
    private const string Write = """
        INSERT INTO follow_ups (tenant, key, contact_id, kind, at, last_at, staff, items, seconds, text, next_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, 1, ?7, ?8, ?9)
        ON CONFLICT (tenant, key) DO UPDATE SET items = follow_ups.items + 1, at = min(follow_ups.at, excluded.at),
            last_at = max(follow_ups.last_at, excluded.last_at), text = coalesce(follow_ups.text, excluded.text)
        WHERE follow_ups.kind = 3
        """;

    public static void Add(SqliteSession session, int tenant, FollowUp written)
    {
        var statement = session
            .Prepare(Write)
            .Bind(1, tenant)
            .Bind(2, written.Key)
            .Bind(3, written.ContactId)
            .Bind(4, (long)written.Kind)
            .Bind(5, written.At)
            .Bind(6, written.Staff)
            .Bind(8, written.Text)
            .Bind(9, written.NextAt);
        _ = written.Seconds is { } seconds ? statement.Bind(7, seconds) : statement.BindNull(7);
        statement.Run();
    }
}
