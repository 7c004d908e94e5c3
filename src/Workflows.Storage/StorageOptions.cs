using System.Data.Common;

namespace Workflows.Storage;

/// <summary>Where everything is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The database.</summary>
    /// <value>The default value is <see cref="StorageKind.Sqlite"/>.</value>
    public StorageKind Kind { get; set; } = StorageKind.Sqlite;

    /// <summary>How to reach it: <c>Data Source=FILE</c>, or an Npgsql connection string.</summary>
    /// <value>The default value is a file <c>workflows.db</c> in the working directory.</value>
    public string ConnectionString { get; set; } = "Data Source=workflows.db";

    /// <summary>Whether there is something to open: a server may answer, an embedded database has its file.</summary>
    public bool IsThere =>
        Kind != StorageKind.Sqlite
        || (
            new DbConnectionStringBuilder { ConnectionString = ConnectionString }.TryGetValue(
                "Data Source",
                out var file
            ) && File.Exists($"{file}")
        );

    /// <summary>How long a start waits for a database that does not answer.</summary>
    /// <value>The default value is 20 seconds.</value>
    public TimeSpan StartPatience { get; set; } = TimeSpan.FromSeconds(20);
}
