using Npgsql;

namespace Workflows.Storage.Postgres;

/// <summary>The connections to one PostgreSQL database.</summary>
internal static class PostgresSource
{
    // A host that freezes in the middle of a commit must not keep its partitions' locks for ever.
    private const string Always = "-c idle_in_transaction_session_timeout=15000";

    // A queue's tables grow and shrink faster than statistics are taken, and every statement of the hot path names its
    // rows by key. So: look into the index for each, whatever the planner believes, and plan for the size of today.
    private const string HotPath =
        " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off -c plan_cache_mode=force_custom_plan";

    /// <summary>For questions of any kind.</summary>
    public static NpgsqlDataSource Create(string connectionString) => Create(connectionString, Always);

    /// <summary>For the statements of the hot path, which find every row by a key.</summary>
    public static NpgsqlDataSource CreateHot(string connectionString) => Create(connectionString, Always + HotPath);

    private static NpgsqlDataSource Create(string connectionString, string settings)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
        };
        connection.Options = string.IsNullOrEmpty(connection.Options) ? settings : $"{settings} {connection.Options}";
        return NpgsqlDataSource.Create(connection);
    }
}
