using Npgsql;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Postgres;

/// <summary>Who works on which partition, on PostgreSQL.</summary>
internal sealed class PostgresLeases(NpgsqlDataSource source)
{
    // One host at a time shares out, so that what it counted still holds when it takes.
    private const string Lock = "SELECT pg_advisory_xact_lock(7021)";

    // A commit locks its partitions in their order (PostgresCommit.Fence). An UPDATE locks rows as they lie in the file, so what
    // is ours is locked in that order first: whoever waits for a lower partition holds no higher one. TakeUp waits for nobody.
    private const string LockOwn =
        "SELECT partition FROM partition_leases WHERE owner = $1 ORDER BY partition FOR NO KEY UPDATE";

    private const string Register =
        "INSERT INTO hosts (id, until) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET until = excluded.until";

    private const string GiveUp = """
        UPDATE partition_leases SET owner = NULL, epoch = epoch + 1
        WHERE partition IN (SELECT partition FROM partition_leases WHERE owner = $1 ORDER BY partition DESC
            LIMIT greatest(0, (SELECT count(*) FROM partition_leases WHERE owner = $1) - $2))
        """;

    private const string TakeUp = """
        UPDATE partition_leases SET owner = $1, epoch = epoch + 1, until = $2
        WHERE partition IN (SELECT partition FROM partition_leases WHERE owner IS NULL OR until < $3
            ORDER BY partition LIMIT greatest(0, $4 - (SELECT count(*) FROM partition_leases WHERE owner = $1))
            FOR UPDATE SKIP LOCKED)
        """;

    public async Task<IReadOnlyList<PartitionLease>> LeaseAsync(
        Guid owner,
        DateTimeOffset now,
        TimeSpan duration,
        CancellationToken cancellationToken
    )
    {
        var until = (now + duration).UtcTicks;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.RunAsync(Lock, cancellationToken);
        await connection.RunAsync(Register, cancellationToken, owner, until);
        await connection.RunAsync("DELETE FROM hosts WHERE until < $1", cancellationToken, now.UtcTicks);
        await connection.RunAsync(LockOwn, cancellationToken, owner);
        await connection.RunAsync(
            "UPDATE partition_leases SET until = $2 WHERE owner = $1",
            cancellationToken,
            owner,
            until
        );
        var share = await ShareAsync(connection, owner, cancellationToken);
        await connection.RunAsync(GiveUp, cancellationToken, owner, share);
        await connection.RunAsync(TakeUp, cancellationToken, owner, until, now.UtcTicks, share);
        var leases = await ReadAsync(connection, owner, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return leases;
    }

    public async Task ReleaseAsync(Guid owner, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.RunAsync(Lock, cancellationToken);
        await connection.RunAsync("DELETE FROM hosts WHERE id = $1", cancellationToken, owner);
        await connection.RunAsync(LockOwn, cancellationToken, owner);
        await connection.RunAsync(GiveUp, cancellationToken, owner, 0L);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<long> ShareAsync(NpgsqlConnection connection, Guid owner, CancellationToken ct)
    {
        await using var command = connection.Command(
            "SELECT count(*), count(*) FILTER (WHERE id < $1) FROM hosts",
            owner
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return PartitionShare.Of(reader.GetInt64(1), reader.GetInt64(0));
    }

    private static async Task<List<PartitionLease>> ReadAsync(
        NpgsqlConnection connection,
        Guid owner,
        CancellationToken ct
    )
    {
        await using var command = connection.Command(
            "SELECT partition, epoch, until FROM partition_leases WHERE owner = $1 ORDER BY partition",
            owner
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var leases = new List<PartitionLease>(Partitions.Count);
        while (await reader.ReadAsync(ct))
        {
            var until = new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero);
            leases.Add(new PartitionLease(reader.GetInt16(0), owner, reader.GetInt64(1), until));
        }

        return leases;
    }
}
