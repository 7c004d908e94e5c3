using Workflows.Marketing.Service;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Sqlite;

/// <summary>Events that turns told of their contacts, kept beside those from outside.</summary>
internal static class SqliteTold
{
    private const string Insert = """
        INSERT INTO contact_events (tenant, source, event_id, contact_id, type, at, received_at, data)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)
        ON CONFLICT DO NOTHING
        """;

    public static void Write(SqliteSession session, IReadOnlyList<(int Tenant, EventTold Told)> told)
    {
        foreach (var (tenant, one) in told)
        {
            session
                .Prepare(Insert)
                .Bind(1, tenant)
                .Bind(2, one.Event.Source)
                .Bind(3, one.Event.Id)
                .Bind(4, one.ContactId)
                .Bind(5, one.Event.Type)
                .Bind(6, one.Event.At)
                .Bind(7, one.Event.Data)
                .Run();
        }

        foreach (var own in told.GroupBy(row => row.Tenant, row => row.Told))
        {
            new SqliteProjection(session, own.Key).Write(IntakeProjection.Of(own));
        }
    }
}
