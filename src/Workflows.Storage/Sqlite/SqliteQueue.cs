using Workflows.Runtime.Durability;
using Workflows.Storage.Work;

namespace Workflows.Storage.Sqlite;

/// <summary>The work queue on SQLite.</summary>
internal static class SqliteQueue
{
    private const string Insert = """
        INSERT INTO work_items (tenant, partition, subject, kind, due_at, instance_id, bookmark_id, payload, attempt)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)
        ON CONFLICT (instance_id, bookmark_id) WHERE kind = 2 DO NOTHING
        """;

    private const string Due = """
        SELECT id, tenant, subject, kind, due_at, instance_id, bookmark_id, payload, attempt FROM work_items
        WHERE partition = ?1 AND due_at <= ?2 ORDER BY due_at, id LIMIT ?3
        """;

    public static List<WorkItem> Take(
        SqliteSession session,
        PartitionSet partitions,
        int turn,
        DateTimeOffset now,
        int count
    )
    {
        // Each batch begins with another partition and leaves room for several, so a flood in one starves no other.
        var items = new List<WorkItem>();
        var each = Math.Max(16, count / 4);
        foreach (var partition in PartitionOrder.From(partitions, turn))
        {
            if (items.Count >= count)
            {
                break;
            }

            var statement = session
                .Prepare(Due)
                .Bind(1, partition)
                .Bind(2, now)
                .Bind(3, Math.Min(each, count - items.Count));
            while (statement.Step())
            {
                items.Add(Read(statement));
            }
        }

        return items;
    }

    public static void Enqueue(SqliteSession session, WorkItem item) =>
        Enqueue(session, item, item.Payload is null ? null : WorkPayloadSerializer.Write(item.Payload));

    public static void Enqueue(SqliteSession session, WorkItem item, byte[]? payload)
    {
        var statement = session
            .Prepare(Insert)
            .Bind(1, item.Tenant)
            .Bind(2, item.Partition)
            .Bind(3, item.Subject)
            .Bind(4, (long)item.Kind)
            .Bind(5, item.DueAt)
            .Bind(6, item.InstanceId);
        _ = item.BookmarkId is { } bookmark ? statement.Bind(7, bookmark) : statement.BindNull(7);
        _ = payload is null ? statement.BindNull(8) : statement.Bind(8, (ReadOnlySpan<byte>)payload);
        statement.Run();
    }

    private static WorkItem Read(SqliteStatement row) =>
        new()
        {
            Id = row.Long(0),
            Tenant = row.Int(1),
            Subject = row.Guid(2),
            Kind = (WorkKind)row.Int(3),
            DueAt = row.Time(4),
            InstanceId = row.GuidOrNull(5),
            BookmarkId = row.IsNull(6) ? null : row.Int(6),
            Payload = row.IsNull(7) ? null : WorkPayloadSerializer.Read(row.Bytes(7)),
            Attempt = row.Int(8),
        };
}
