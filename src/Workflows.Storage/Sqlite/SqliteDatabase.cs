using System.Collections.Concurrent;

namespace Workflows.Storage.Sqlite;

/// <summary>
/// One SQLite file: one writing connection, since SQLite has one writer anyway, and reading ones beside it.
/// </summary>
internal sealed class SqliteDatabase(string connectionString, WriteGate gate) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _readers = [];

    // Opened under the gate. One that cannot be opened is tried again by the next writer.
    private SqliteSession? _writer;

    /// <summary>Reads a consistent picture.</summary>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        if (!_readers.TryTake(out var session))
        {
            session = new SqliteSession(connectionString);
        }

        try
        {
            return InTransaction(session, "BEGIN", read, _ => true);
        }
        finally
        {
            _readers.Add(session);
        }
    }

    /// <summary>Writes in one transaction; an exception rolls it back.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken) =>
        WriteAsync(write, _ => true, cancellationToken);

    /// <summary>Writes in one transaction; an exception, or a result that is not to be kept, rolls it back.</summary>
    public async Task<T> WriteAsync<T>(
        Func<SqliteSession, T> write,
        Func<T, bool> keep,
        CancellationToken cancellationToken
    )
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            return InTransaction(_writer ??= new SqliteSession(connectionString), "BEGIN IMMEDIATE", write, keep);
        }
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer?.Dispose();
    }

    private static T InTransaction<T>(
        SqliteSession session,
        string begin,
        Func<SqliteSession, T> work,
        Func<T, bool> keep
    )
    {
        session.Execute(begin);
        try
        {
            var result = work(session);
            if (keep(result))
            {
                session.Execute("COMMIT");
            }
            else
            {
                session.Rollback();
            }

            return result;
        }
        catch
        {
            session.Rollback();
            throw;
        }
    }
}
