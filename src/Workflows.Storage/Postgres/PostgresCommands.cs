using Npgsql;

namespace Workflows.Storage.Postgres;

/// <summary>Positional parameters without ceremony.</summary>
internal static class PostgresCommands
{
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Fill(values);
        return command;
    }

    public static async Task<int> RunAsync(
        this NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object?[] values
    )
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Adds a statement to a batch, which goes to the server in one round trip.</summary>
    public static NpgsqlBatchCommand Add(this NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Fill(values);
        batch.BatchCommands.Add(command);
        return command;
    }

    private static void Fill(this NpgsqlParameterCollection parameters, object?[] values)
    {
        foreach (var value in values)
        {
            parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }
    }
}
