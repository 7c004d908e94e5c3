using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Workflows.Storage.Sqlite;

/// <summary>One connection and the statements prepared on it; used by one caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    public SqliteSession(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();

        // First, so that what follows waits its turn, too.
        Execute("PRAGMA busy_timeout = 10000");

        // FULL: an answered request survives a power cut, not only a killed process. Group commit makes a sync cost
        // a fraction of a turn, so there is nothing to win with NORMAL.
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("PRAGMA wal_autocheckpoint = 8000");
        Execute("PRAGMA cache_size = -65536");
        Execute("PRAGMA foreign_keys = ON");
    }

    /// <summary>The statement for the text, prepared once a session.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(_connection.Handle!, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Runs a statement without parameters.</summary>
    public void Execute(string sql) => Prepare(sql).Run();

    /// <summary>Gives up the open transaction, if SQLite has not done so itself.</summary>
    public void Rollback()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Reset();
        }

        if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}
