using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups;

/// <summary>A database that exists for one measurement.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _drop;

    private BenchmarkDatabase(StorageKind kind, string connectionString, Func<ValueTask> drop) =>
        (Kind, ConnectionString, _drop) = (kind, connectionString, drop);

    public StorageKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>Both databases; PostgreSQL only where <c>WORKFLOWS_TEST_POSTGRES</c> names a server.</summary>
    public static IEnumerable<Func<Task<BenchmarkDatabase>>> All()
    {
        yield return () => Task.FromResult(Sqlite());
        if (Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES") is { Length: > 0 } server)
        {
            yield return () => PostgresAsync(server);
        }
        else
        {
            Console.Error.WriteLine("WORKFLOWS_TEST_POSTGRES is not set: PostgreSQL is left out.");
        }
    }

    /// <summary>An open connection, past every cache of ours.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection =
            Kind == StorageKind.Sqlite
                ? new SqliteConnection(ConnectionString)
                : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public ValueTask DisposeAsync() => _drop();

    public static BenchmarkDatabase Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("workflows-bench-").FullName;
        return new BenchmarkDatabase(
            StorageKind.Sqlite,
            $"Data Source={Path.Combine(folder, "bench.db")}",
            () =>
            {
                SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
                return ValueTask.CompletedTask;
            }
        );
    }

    private static async Task<BenchmarkDatabase> PostgresAsync(string server)
    {
        var name = $"bench_{Guid.CreateVersion7():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new BenchmarkDatabase(
            StorageKind.Postgres,
            new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString,
            async () =>
            {
                NpgsqlConnection.ClearAllPools();
                await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
            }
        );
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
