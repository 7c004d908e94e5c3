using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workflows.Storage.Sqlite;

/// <summary>
/// Lets every connection of the model wait for its turn, as <see cref="SqliteSession"/> does: the driver repeats only the first step
/// of a statement by itself, and what returns rows commits with its last.
/// </summary>
internal sealed class SqlitePatience : DbConnectionInterceptor
{
    private const string Wait = "PRAGMA busy_timeout = 10000";

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Wait;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Wait;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
