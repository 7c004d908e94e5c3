using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Sqlite;

/// <summary>New lines of contacts' histories in SQLite.</summary>
internal static class SqliteHistory
{
    private const string Insert = """
        INSERT INTO contact_history (tenant, key, contact_id, kind, at, before, after, by)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT DO NOTHING
        """;

    public static void Write(SqliteSession session, int tenant, ContactNoted noted) =>
        session
            .Prepare(Insert)
            .Bind(1, tenant)
            .Bind(2, noted.Key)
            .Bind(3, noted.ContactId)
            .Bind(4, (long)noted.Note.Kind)
            .Bind(5, noted.Note.At)
            .Bind(6, HistoryText.Shorten(noted.Note.Before))
            .Bind(7, HistoryText.Shorten(noted.Note.After))
            .Bind(8, HistoryText.Shorten(noted.Note.By, 256))
            .Run();
}
