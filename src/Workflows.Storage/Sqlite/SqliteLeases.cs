using Workflows.Runtime.Durability;

namespace Workflows.Storage.Sqlite;

/// <summary>Who works on which partition, on SQLite: the same sharing as on PostgreSQL, in its one write transaction.</summary>
internal static class SqliteLeases
{
    public static List<PartitionLease> Lease(SqliteSession session, Guid owner, DateTimeOffset now, TimeSpan duration)
    {
        var until = now + duration;
        session
            .Prepare(
                "INSERT INTO hosts (id, until) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET until = excluded.until"
            )
            .Bind(1, owner)
            .Bind(2, until)
            .Run();
        session.Prepare("DELETE FROM hosts WHERE until < ?1").Bind(1, now).Run();
        session.Prepare("UPDATE partition_leases SET until = ?2 WHERE owner = ?1").Bind(1, owner).Bind(2, until).Run();
        var share = Share(session, owner);
        GiveUp(session, owner, share);
        session
            .Prepare(
                """
                UPDATE partition_leases SET owner = ?1, epoch = epoch + 1, until = ?2
                WHERE partition IN (SELECT partition FROM partition_leases WHERE owner IS NULL OR until < ?3
                    ORDER BY partition LIMIT max(0, ?4 - (SELECT count(*) FROM partition_leases WHERE owner = ?1)))
                """
            )
            .Bind(1, owner)
            .Bind(2, until)
            .Bind(3, now)
            .Bind(4, share)
            .Run();
        return Read(session, owner);
    }

    public static bool Release(SqliteSession session, Guid owner)
    {
        session.Prepare("DELETE FROM hosts WHERE id = ?1").Bind(1, owner).Run();
        GiveUp(session, owner, 0);
        return true;
    }

    private static void GiveUp(SqliteSession session, Guid owner, long share) =>
        session
            .Prepare(
                """
                UPDATE partition_leases SET owner = NULL, epoch = epoch + 1
                WHERE partition IN (SELECT partition FROM partition_leases WHERE owner = ?1 ORDER BY partition DESC
                    LIMIT max(0, (SELECT count(*) FROM partition_leases WHERE owner = ?1) - ?2))
                """
            )
            .Bind(1, owner)
            .Bind(2, share)
            .Run();

    private static long Share(SqliteSession session, Guid owner)
    {
        var statement = session.Prepare("SELECT count(*), count(*) FILTER (WHERE id < ?1) FROM hosts").Bind(1, owner);
        statement.Step();
        var share = PartitionShare.Of(statement.Long(1), statement.Long(0));
        statement.Reset();
        return share;
    }

    private static List<PartitionLease> Read(SqliteSession session, Guid owner)
    {
        var statement = session
            .Prepare("SELECT partition, epoch, until FROM partition_leases WHERE owner = ?1 ORDER BY partition")
            .Bind(1, owner);
        var leases = new List<PartitionLease>(Partitions.Count);
        while (statement.Step())
        {
            leases.Add(new PartitionLease((short)statement.Int(0), owner, statement.Long(1), statement.Time(2)));
        }

        return leases;
    }
}
