using Npgsql;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Importing;
using Workflows.Storage.Contacts;
using Workflows.Storage.Imports;

namespace Workflows.Storage.Postgres;

/// <summary>Writes history on PostgreSQL.</summary>
internal sealed class PostgresImportStore(NpgsqlDataSource source, ImportRecords records) : IImportStore
{
    private static readonly string WriteCheckpoint = ImportRecords.Write("$1, $2, $3, $4, $5, $6, $7, $8, $9, $10");

    public Task<ImportCheckpoint?> FindAsync(int tenant, string key, CancellationToken cancellationToken) =>
        records.FindAsync(tenant, key, cancellationToken);

    public Task<bool> IsServedAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        records.IsServedAsync(now, cancellationToken);

    public async Task<ImportCheckpoint> WriteAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        Func<ImportedRows, ImportCheckpoint> checkpoint,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var intake = new PostgresIntake(connection, tenant, now);
            var plan = await intake.PlanAsync(events, cancellationToken);
            if (await intake.WriteAsync(plan, wakes: false, cancellationToken))
            {
                var written = checkpoint(new ImportedRows(plan.Events.Count, plan.Contacts.Count));
                await RememberAsync(connection, tenant, plan, written, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return written;
            }

            // Another import brought the same contact or event a moment ago: look again, and find it.
            await transaction.RollbackAsync(cancellationToken);
        }
    }

    private static async Task RememberAsync(
        NpgsqlConnection connection,
        int tenant,
        IntakePlan plan,
        ImportCheckpoint written,
        CancellationToken cancellationToken
    )
    {
        var events = plan.Events.ToLookup(row => row.ContactId, row => row.Event);
        Guid[] ids = [.. events.Select(group => group.Key)];
        var states =
            ids.Length == 0 ? [] : await PostgresContactStore.LoadAsync(connection, tenant, ids, cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        PostgresContactFacts.AddTo(
            batch,
            [.. states.Select(state => (tenant, ImportedHistory.Fold(state, events[state.Id])))]
        );
        batch.Add(
            WriteCheckpoint,
            tenant,
            written.Key,
            written.File,
            written.Line,
            written.Rows,
            written.Added,
            written.Contacts,
            written.BadRows,
            written.StartedAt.UtcTicks,
            written.FinishedAt?.UtcTicks
        );
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
