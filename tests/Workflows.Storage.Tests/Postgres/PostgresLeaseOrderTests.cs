using Npgsql;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Tests.Postgres;

/// <summary>Leases that are prolonged and commits that rely on them wait for each other, never crosswise.</summary>
public sealed class PostgresLeaseOrderTests : IAsyncLifetime
{
    private static readonly Guid Host = new("01970000-0000-7000-8000-000000000001");
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(StorageKind.Postgres);
        _source = NpgsqlDataSource.Create(_database.Options.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Lease_WhileACommitLocksPartitionsInTheirOrder_WaitsForItHoldingNone()
    {
        await LeaseAsync();
        // From now on the lowest partitions lie behind the others in the file, where an UPDATE comes to them last.
        await RunAsync("UPDATE partition_leases SET until = until WHERE partition < 10");
        await using var commit = await _source.OpenConnectionAsync();
        await using var transaction = await commit.BeginTransactionAsync();
        await LockAsync(commit, partition: 0);

        var leasing = LeaseAsync();
        await WhenSomebodyWaitsAsync();
        // With crosswise locks PostgreSQL ends one of the two here (40P01).
        await LockAsync(commit, partition: 20);
        await transaction.CommitAsync();

        await leasing;
    }

    private Task<IReadOnlyList<PartitionLease>> LeaseAsync() =>
        _database
            .Get<IInstanceStore>()
            .LeaseAsync(Host, _database.Clock.GetUtcNow(), TimeSpan.FromSeconds(30), CancellationToken.None);

    private static async Task LockAsync(NpgsqlConnection connection, int partition)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT 1 FROM partition_leases WHERE partition = {partition} FOR SHARE";
        await command.ExecuteNonQueryAsync();
    }

    private async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task WhenSomebodyWaitsAsync()
    {
        await using var command = _source.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        );
        while ((long)(await command.ExecuteScalarAsync())! == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
