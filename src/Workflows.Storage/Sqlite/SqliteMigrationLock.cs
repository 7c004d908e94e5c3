using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Sqlite;

/// <summary>
/// EF Core's own lock on SQLite is a row, which a killed process leaves behind for ever. A lock on a file beside the
/// database goes with the process; whoever holds it may clear such a row away.
/// </summary>
internal static class SqliteMigrationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<IDisposable?> TakeAsync(
        WorkflowsDbContext context,
        string connectionString,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var database = new SqliteConnectionStringBuilder(connectionString);
        if (database.Mode == SqliteOpenMode.Memory || database.DataSource is "" or ":memory:")
        {
            return null;
        }

        var file = await LockAsync(database.DataSource + ".migrating", clock, cancellationToken);
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            DELETE FROM "__EFMigrationsLock";
            """,
            cancellationToken
        );
        return file;
    }

    private static async Task<FileStream> LockAsync(
        string path,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }
}
