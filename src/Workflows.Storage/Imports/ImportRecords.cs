using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Importing;
using Workflows.Storage.Work;

namespace Workflows.Storage.Imports;

/// <summary>The checkpoints of imports, and whether anybody else is at work.</summary>
internal sealed class ImportRecords(WorkflowsDbContextFactory contexts)
{
    /// <summary>Writes a checkpoint: tenant, key, file, line, rows, added, contacts, bad rows, started, finished.</summary>
    /// <param name="parameters">The ten parameters as the database names them.</param>
    public static string Write(string parameters) =>
        $"""
            INSERT INTO imports (tenant, key, file, line, rows, added, contacts, bad_rows, started_at, finished_at)
            VALUES ({parameters}) ON CONFLICT (tenant, key) DO UPDATE SET line = excluded.line, rows = excluded.rows,
                added = excluded.added, contacts = excluded.contacts, bad_rows = excluded.bad_rows,
                finished_at = excluded.finished_at
            """;

    public async Task<ImportCheckpoint?> FindAsync(int tenant, string key, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await context
            .Set<ImportRecordRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Key == key, cancellationToken);
        return row is null
            ? null
            : new ImportCheckpoint(row.Key, row.File, row.StartedAt)
            {
                Line = row.Line,
                Rows = row.Rows,
                Added = row.Added,
                Contacts = row.Contacts,
                BadRows = row.BadRows,
                FinishedAt = row.FinishedAt,
            };
    }

    public async Task<bool> IsServedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context.Set<HostRow>().AnyAsync(host => host.Until > now, cancellationToken);
    }
}
