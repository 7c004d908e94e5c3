using Workflows.Marketing.Contacts;
using Workflows.Marketing.Importing;
using Workflows.Storage.Contacts;
using Workflows.Storage.Imports;

namespace Workflows.Storage.Sqlite;

/// <summary>Writes history in SQLite.</summary>
internal sealed class SqliteImportStore(SqliteDatabase database, ImportRecords records) : IImportStore
{
    private static readonly string WriteCheckpoint = ImportRecords.Write("?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10");

    public Task<ImportCheckpoint?> FindAsync(int tenant, string key, CancellationToken cancellationToken) =>
        records.FindAsync(tenant, key, cancellationToken);

    public Task<bool> IsServedAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        records.IsServedAsync(now, cancellationToken);

    public Task<ImportCheckpoint> WriteAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        Func<ImportedRows, ImportCheckpoint> checkpoint,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
            {
                var plan = new SqliteIntake(session, tenant, now).Accept(events, wakes: false);
                Remember(session, tenant, plan);
                var written = checkpoint(new ImportedRows(plan.Events.Count, plan.Contacts.Count));
                Write(session, tenant, written);
                return written;
            },
            cancellationToken
        );

    private static void Remember(SqliteSession session, int tenant, IntakePlan plan)
    {
        foreach (var events in plan.Events.GroupBy(row => row.ContactId, row => row.Event))
        {
            if (SqliteContactStore.Find(session, tenant, events.Key) is { } state)
            {
                SqliteContactFacts.Write(session, tenant, ImportedHistory.Fold(state, events));
            }
        }
    }

    private static void Write(SqliteSession session, int tenant, ImportCheckpoint written) =>
        session
            .Prepare(WriteCheckpoint)
            .Bind(1, tenant)
            .Bind(2, written.Key)
            .Bind(3, written.File)
            .Bind(4, written.Line)
            .Bind(5, written.Rows)
            .Bind(6, written.Added)
            .Bind(7, written.Contacts)
            .Bind(8, written.BadRows)
            .Bind(9, written.StartedAt)
            .Bind(10, written.FinishedAt)
            .Run();
}
