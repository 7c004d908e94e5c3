using Workflows.Marketing.Content;

namespace Workflows.Storage.Sqlite;

/// <summary>New tracked links in SQLite.</summary>
internal static class SqliteLinks
{
    private const string Insert = """
        INSERT INTO tracked_links (tenant, code, message_key, target, days, dropped_at, opens_at, ends_at, audience, clicks)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)
        ON CONFLICT DO NOTHING
        """;

    public static void Write(SqliteSession session, int tenant, LinkDropped link)
    {
        var statement = session
            .Prepare(Insert)
            .Bind(1, tenant)
            .Bind(2, link.Code)
            .Bind(3, link.MessageKey)
            .Bind(4, link.Target)
            .Bind(6, link.At);
        _ = link.Days is { } days ? statement.Bind(5, days) : statement.BindNull(5);
        _ = link.OpensAt is { } opensAt ? statement.Bind(7, opensAt) : statement.BindNull(7);
        _ = link.EndsAt is { } endsAt ? statement.Bind(8, endsAt) : statement.BindNull(8);
        _ = link.Audience is { } audience ? statement.Bind(9, audience.ToString()) : statement.BindNull(9);
        statement.Run();
    }
}
