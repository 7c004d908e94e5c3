using Npgsql;

namespace Workflows.Storage.Postgres;

internal static class PostgresSource
{
    /// <summary>The connections to one PostgreSQL database.</summary>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
        };

        // A host that freezes in the middle of a commit must not keep its partitions' locks for ever.
        settings.Options ??= "-c idle_in_transaction_session_timeout=15000";
        return NpgsqlDataSource.Create(settings);
    }
}
