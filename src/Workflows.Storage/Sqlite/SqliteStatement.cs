using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Workflows.Storage.Sqlite;

/// <summary>
/// One prepared statement, bound by position and stepped. The hot path runs hundreds of thousands of statements a
/// second; going straight to SQLite saves a command, a reader and a boxed value for each of them.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    public SqliteStatement Bind(int position, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, position, value));
        return this;
    }

    public SqliteStatement Bind(int position, DateTimeOffset value) => Bind(position, value.UtcTicks);

    public SqliteStatement Bind(int position, DateTimeOffset? value) =>
        value is { } time ? Bind(position, time.UtcTicks) : BindNull(position);

    public SqliteStatement Bind(int position, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(position, bytes);
    }

    public SqliteStatement Bind(int position, Guid? value) => value is { } id ? Bind(position, id) : BindNull(position);

    public SqliteStatement Bind(int position, string? value)
    {
        Check(
            value is null
                ? raw.sqlite3_bind_null(_statement, position)
                : raw.sqlite3_bind_text(_statement, position, value)
        );
        return this;
    }

    public SqliteStatement Bind(int position, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, position, value));
        return this;
    }

    public SqliteStatement BindNull(int position)
    {
        Check(raw.sqlite3_bind_null(_statement, position));
        return this;
    }

    /// <summary>Moves to the next row; resets the statement behind the last one.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        // The reset repeats the step's error, which is thrown below with its message.
        var message = result == raw.SQLITE_DONE ? null : raw.sqlite3_errmsg(_database).utf8_to_string();
        var extended = message is null ? result : raw.sqlite3_extended_errcode(_database);
        raw.sqlite3_reset(_statement);
        return message is null ? false : throw new SqliteException(message, result, extended);
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        while (Step()) { }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>Ends reading before the last row.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int(int column) => raw.sqlite3_column_int(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset Time(int column) => new(Long(column), TimeSpan.Zero);

    public Guid Guid(int column) => new(Bytes(column), bigEndian: true);

    public Guid? GuidOrNull(int column) => IsNull(column) ? null : Guid(column);

    /// <summary>The blob where SQLite keeps it: valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(
                raw.sqlite3_errmsg(_database).utf8_to_string(),
                result,
                raw.sqlite3_extended_errcode(_database)
            );
        }
    }
}
