using Npgsql;
using Workflows.Runtime.Durability;
using Workflows.Storage.Work;

namespace Workflows.Storage.Postgres;

/// <summary>The work queue on PostgreSQL.</summary>
internal sealed class PostgresQueue(NpgsqlDataSource source)
{
    private const string Due = """
        SELECT i.id, i.tenant, i.subject, i.kind, i.due_at, i.instance_id, i.bookmark_id, i.payload, i.attempt
        FROM unnest($1::smallint[]) WITH ORDINALITY AS p (partition, place)
        CROSS JOIN LATERAL (
            SELECT * FROM work_items w WHERE w.partition = p.partition AND w.due_at <= $2
            ORDER BY w.due_at, w.id LIMIT $3) i
        LIMIT $4
        """;

    private int _turn;

    public async Task<IReadOnlyList<WorkItem>> TakeAsync(
        PartitionSet partitions,
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);

        // Each batch begins with another partition and leaves room for several, so a flood in one starves no other.
        var order = PartitionOrder.From(partitions, Interlocked.Increment(ref _turn));
        await using var command = connection.Command(Due, order, now.UtcTicks, Math.Max(16, count / 4), count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<WorkItem>();
        while (await reader.ReadAsync(cancellationToken))
        {
            items.Add(Read(reader));
        }

        return items;
    }

    public async Task EnqueueAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        var columns = new WorkItemColumns(items.Count);
        columns.AddRange(items);
        columns.AddTo(batch);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static WorkItem Read(NpgsqlDataReader reader) =>
        new()
        {
            Id = reader.GetInt64(0),
            Tenant = reader.GetInt32(1),
            Subject = reader.GetGuid(2),
            Kind = (WorkKind)reader.GetInt16(3),
            DueAt = new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero),
            InstanceId = reader.IsDBNull(5) ? null : reader.GetGuid(5),
            BookmarkId = reader.IsDBNull(6) ? null : reader.GetInt32(6),
            Payload = reader.IsDBNull(7) ? null : WorkPayloadSerializer.Read(reader.GetFieldValue<byte[]>(7)),
            Attempt = reader.GetInt16(8),
        };
}
