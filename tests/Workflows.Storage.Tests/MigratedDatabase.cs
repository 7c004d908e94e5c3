using Microsoft.Data.Sqlite;
using Npgsql;

namespace Workflows.Storage.Tests;

/// <summary>One database of each kind with every migration applied. Migrating takes a second, and a thousand tests want a database.</summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<Task<TestDatabase>> Sqlite = new(() => MigrateAsync(StorageKind.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> Postgres = new(() => MigrateAsync(StorageKind.Postgres));

    /// <summary>Copies it to where a connection string points; nothing may be there.</summary>
    public static async Task CopyAsync(StorageKind kind, string connection)
    {
        if (kind == StorageKind.Sqlite)
        {
            File.Copy(FileOf((await Sqlite.Value).Options.ConnectionString), FileOf(connection));
            return;
        }

        var original = new NpgsqlConnectionStringBuilder((await Postgres.Value).Options.ConnectionString).Database;
        var copy = new NpgsqlConnectionStringBuilder(connection).Database;
        await using var source = NpgsqlDataSource.Create(TestDatabase.PostgresServer());
        await using var command = source.CreateCommand($"CREATE DATABASE \"{copy}\" TEMPLATE \"{original}\"");
        await command.ExecuteNonQueryAsync();
    }

    private static string FileOf(string connection) => new SqliteConnectionStringBuilder(connection).DataSource;

    // A database that somebody is connected to cannot be copied: what migrated it lets go of it.
    private static async Task<TestDatabase> MigrateAsync(StorageKind kind)
    {
        var database = TestDatabase.Empty(kind);
        await database.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await database.CloseAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return database;
    }
}
