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

    /// <summary>How long a start waits for a database that does not answer.</summary>
    /// <value>The default value is 20 seconds.</value>
    public TimeSpan StartPatience { get; set; } = TimeSpan.FromSeconds(20);
}
