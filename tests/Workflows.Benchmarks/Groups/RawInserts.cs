using System.Data.Common;
using System.Diagnostics;
using Npgsql;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups;

/// <summary>What the database itself can take: rows of 200 bytes into one table, 500 a transaction, nothing else.</summary>
internal static class RawInserts
{
    private const int BatchSize = 500;

    public static async Task<double> RowsPerSecondAsync(BenchmarkDatabase database, int rows)
    {
        await using var connection = await database.OpenAsync();
        await ExecuteAsync(connection, database.Kind == StorageKind.Sqlite ? "PRAGMA journal_mode = WAL" : "SELECT 1");
        var blob = database.Kind == StorageKind.Sqlite ? "BLOB" : "bytea";
        await ExecuteAsync(connection, $"CREATE TABLE raw_rows (id bigint PRIMARY KEY, payload {blob} NOT NULL)");
        var payload = new byte[200];
        var started = Stopwatch.GetTimestamp();
        for (var first = 0; first < rows; first += BatchSize)
        {
            await InsertAsync(connection, database.Kind, first, payload);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        await ExecuteAsync(connection, "DROP TABLE raw_rows");
        return rows / elapsed.TotalSeconds;
    }

    private static async Task InsertAsync(DbConnection connection, StorageKind kind, int first, byte[] payload)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        if (kind == StorageKind.Sqlite)
        {
            await InsertOneByOneAsync(connection, transaction, first, payload);
        }
        else
        {
            await InsertAtOnceAsync((NpgsqlConnection)connection, first, payload);
        }

        await transaction.CommitAsync();
    }

    private static async Task InsertOneByOneAsync(
        DbConnection connection,
        DbTransaction transaction,
        int first,
        byte[] payload
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO raw_rows VALUES ($id, $payload)";
        var id = command.CreateParameter();
        id.ParameterName = "$id";
        command.Parameters.Add(id);
        var bytes = command.CreateParameter();
        bytes.ParameterName = "$payload";
        bytes.Value = payload;
        command.Parameters.Add(bytes);
        for (var row = 0; row < BatchSize; row++)
        {
            id.Value = (long)first + row;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task InsertAtOnceAsync(NpgsqlConnection connection, int first, byte[] payload)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO raw_rows SELECT * FROM unnest($1::bigint[], $2::bytea[])",
            connection
        );
        command.Parameters.Add(
            new NpgsqlParameter { Value = Enumerable.Range(first, BatchSize).Select(row => (long)row).ToArray() }
        );
        command.Parameters.Add(new NpgsqlParameter { Value = Enumerable.Repeat(payload, BatchSize).ToArray() });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
